/** Longest text that is compared. */
const longest = 400
let before = new Uint16Array(longest + 1)
let above = new Uint16Array(longest + 1)
let row = new Uint16Array(longest + 1)

/**
 * How many mistakes lie between two texts: a letter too much, too few, changed, or two in each other's place (the optimal
 * string alignment distance). `most + 1` where there are more than `most`.
 */
export function mistakesBetween(left: string, right: string, most: number): number {
  const tooMany = most + 1
  if (Math.abs(left.length - right.length) > most) return tooMany
  let from = 0
  let [leftEnd, rightEnd] = [Math.min(left.length, longest), Math.min(right.length, longest)]
  while (from < leftEnd && from < rightEnd && left.charCodeAt(from) === right.charCodeAt(from)) from++
  while (
    leftEnd > from &&
    rightEnd > from &&
    left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)
  ) {
    leftEnd--
    rightEnd--
  }
  const width = rightEnd - from
  for (let column = 0; column <= width; column++) row[column] = column
  for (let line = 1; line <= leftEnd - from; line++) {
    ;[before, above, row] = [above, row, before]
    row[0] = line
    let least = line
    const letter = left.charCodeAt(from + line - 1)
    const last = left.charCodeAt(from + line - 2)
    // Further from the diagonal there are more mistakes than may be.
    const end = Math.min(width, line + most)
    let column = Math.max(1, line - most)
    if (column > 1) row[column - 1] = tooMany
    for (; column <= end; column++) {
      const other = right.charCodeAt(from + column - 1)
      const kept = (above[column - 1] ?? 0) + Number(letter !== other)
      const tooFew = (row[column - 1] ?? 0) + 1
      const tooMuch = column === line + most ? tooMany : (above[column] ?? 0) + 1
      let mistakes = Math.min(kept, tooFew, tooMuch)
      if (line > 1 && column > 1 && last === other && letter === right.charCodeAt(from + column - 2)) {
        const turned = (before[column - 2] ?? 0) + 1
        if (turned < mistakes) mistakes = turned
      }
      row[column] = mistakes
      if (mistakes < least) least = mistakes
    }
    if (least > most) return tooMany
  }
  return Math.min(row[width] ?? tooMany, tooMany)
}
