import { isFiller } from './isFiller.ts'
import { isView } from './isView.ts'
import { isEvent } from './nameOrClause.ts'
import { small, subjects } from './ordinaryWords.ts'
import { isKnown } from './otherWords.ts'
import { stand, standsFor } from './standFor.ts'
import { stretchWithin } from './stretchWithin.ts'
import { wordsFor } from './synonyms.ts'
import { isTelling } from './template.ts'

/** Of as many letters one may be wrong in one of many copies. */
export const lettersPerMistake = 4
/** Letters of the shortest text that says so much that it is known by them. */
export const fewestLetters = 6
/** Words that may stand on either side. */
export const mostBeside = 8
/** Share of its letters that what was cut off has at least. */
export const leastLeft = 0.55

/** Words of the shortest beginning that tells what happened, and to what. */
export const fewestWhole = 3

/** What joins a story to what came of it: "Halden falls as Acme cuts dividend". */
export const joint =
  /^(?:as|after|before|if|when|while|because|since|despite|amid|on|over|of|for|to|and|but|that|until|by|with)$/

/** Whether the words, or those behind what was put before them, are the beginning of others, mistyped or not. */
export function isCutFrom(words: readonly string[], others: readonly string[]): boolean {
  const kept = others.filter((word) => !isFiller(word))
  const whole = kept.join('')
  for (let first = 0; first <= mostBeside; first++) {
    const cut = words.slice(first).filter((word) => !isFiller(word))
    const letters = cut.join('')
    const { length } = letters
    if (length < fewestLetters || (first > 0 && length * 2 < whole.length)) return false
    if (isInOtherWords(cut, kept)) return true
    if (length > whole.length) continue
    const most = Math.floor(length / lettersPerMistake)
    const stretch = stretchWithin(letters, whole.slice(0, length + most), most)
    if (!stretch || stretch.start > 1) continue
    const last = cut.at(-1) ?? ''
    const isLast =
      last.length < 3 ||
      stretchWithin(last, whole.slice(stretch.start, stretch.end), last.length >> 2) !== undefined
    if (isLast && stand(cut.slice(0, -1), kept, whole)) return true
  }
  return false
}

/**
 * Whether the words are the beginning of others, and end in the middle of a word, beside what joins a clause, or where
 * something has happened and what follows makes no other matter of it: "cuts dividend" is no beginning of "cuts dividend forecast".
 */
export function breaksOff(words: readonly string[], others: readonly string[]): boolean {
  const cut = words.filter((word) => !isFiller(word))
  const whole = others.filter((word) => !isFiller(word))
  if (cut.join('').length < whole.join('').length * leastLeft) return false
  return breaksOffWithin(cut, whole, () => true) || breaksOffWithin(cut, whole, isTold)
}

function breaksOffWithin(
  cut: readonly string[],
  whole: readonly string[],
  isCompared: (word: string) => boolean,
): boolean {
  const told = cut.filter(isCompared)
  const places = [...whole.keys()].filter((place) => isCompared(whole[place] ?? ''))
  const place = places[told.length - 1]
  if (told.length < 2 || place === undefined) return false
  const compared = places.map((at) => whole[at] ?? '')
  const [last, meant, next] = [cut.at(-1) ?? '', whole[place] ?? '', whole[place + 1]]
  const isPart = last !== meant && meant.startsWith(last) && !isKnown(last)
  return (
    (isPart || (next !== undefined && mayEnd(whole.slice(0, place + 1), last, next))) &&
    isInOtherWords(told, compared)
  )
}

/** Behind what happened, they begin why or when it did. */
const clause = /^(?:as|after|before|if|when|while|because|since|despite|amid|following)$/

/** Whether what is left of a headline is told as it was, and no other matter without what comes next. */
function mayEnd(left: readonly string[], last: string, next: string): boolean {
  if (joint.test(last) || (joint.test(next) && left.some(isTelling))) return true
  const meant = left.at(-1) ?? ''
  const { length } = left.filter(isTold)
  // Of "Acme cuts" it is not told yet what.
  const isWhole = length > fewestWhole || (length === fewestWhole && !isEvent(meant))
  if (!isWhole || !left.some(isEvent)) return false
  if (!subjects.has(meant) || !(subjects.has(next) || isView(next))) return true
  // Whatever stands behind "Acme cuts dividend after", the dividend is what is told.
  const end = left.findIndex((word) => clause.test(word))
  return end >= fewestWhole && left.slice(0, end).some(isEvent)
}

/** What a copy drops or adds is not compared. */
export function isTold(word: string): boolean {
  return !small.has(word)
}

/** Whether each word stands for the other in its place, the last for what it begins. */
function isInOtherWords(cut: readonly string[], others: readonly string[]): boolean {
  return cut.every((word, place) => {
    const other = others[place] ?? ''
    if (word === other || standsFor(word, other)) return true
    return place === cut.length - 1 && [other, ...wordsFor(other)].some((meant) => meant.startsWith(word))
  })
}
