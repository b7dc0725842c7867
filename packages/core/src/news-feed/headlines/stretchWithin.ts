/** Letters of the longest text that is looked for, and of the longest that is looked through. */
const longestPart = 160
const longestWhole = 400
const height = longestPart + 1

/** The fewest mistakes with which each beginning of the part ends at a letter of the whole, and where its stretch begins. */
type Column = { mistakes: Uint16Array; begins: Uint16Array }

const column = (): Column => ({ mistakes: new Uint16Array(height), begins: new Uint16Array(height) })
let before = column()
let last = column()
let own = column()

/** Where a text stands within another, and with how many mistakes. */
export type Stretch = { start: number; end: number; mistakes: number }

/**
 * The stretch of a text that is another but for the fewest mistakes, whatever stands before and behind it. `undefined`
 * where there are more than `most`, as in `mistakesBetween`.
 */
export function stretchWithin(part: string, whole: string, most: number): Stretch | undefined {
  const { length } = part
  if (length === 0 || length > longestPart || length - whole.length > most) return undefined
  let found: Stretch | undefined
  for (let row = 0; row <= length; row++) {
    last.mistakes[row] = row
    last.begins[row] = 0
  }
  // From the row behind it on there are more mistakes than may be.
  let deepest = Math.min(length, most)
  const end = Math.min(whole.length, longestWhole)
  for (let at = 1; at <= end; at++) {
    own.mistakes[0] = 0
    own.begins[0] = at
    const letter = whole.charCodeAt(at - 1)
    const lowest = Math.min(length, deepest + 1)
    deepest = 0
    for (let row = 1; row <= lowest; row++) {
      const wanted = part.charCodeAt(row - 1)
      let fewest = (last.mistakes[row - 1] ?? 0) + Number(wanted !== letter)
      let begin = last.begins[row - 1] ?? 0
      const take = (others: number | undefined, from: number | undefined) => {
        if (others === undefined || others + 1 >= fewest) return
        fewest = others + 1
        begin = from ?? 0
      }
      take(own.mistakes[row - 1], own.begins[row - 1])
      take(last.mistakes[row], last.begins[row])
      const isTurned =
        row > 1 && at > 1 && wanted === whole.charCodeAt(at - 2) && part.charCodeAt(row - 2) === letter
      if (isTurned) take(before.mistakes[row - 2], before.begins[row - 2])
      own.mistakes[row] = fewest
      own.begins[row] = begin
      if (fewest <= most) deepest = row
    }
    // What is deeper is not looked at before it is reached again.
    for (let row = lowest + 1; row <= Math.min(length, lowest + 2); row++) own.mistakes[row] = most + 1
    const mistakes = own.mistakes[length] ?? 0
    if (deepest === length && mistakes < (found?.mistakes ?? most + 1))
      found = { start: own.begins[length] ?? 0, end: at, mistakes }
    ;[before, last, own] = [last, own, before]
  }
  return found
}
