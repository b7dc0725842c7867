import { mistakesBetween } from './mistakesBetween.ts'
import { isEvent } from './nameOrClause.ts'
import { subjects } from './ordinaryWords.ts'
import { areOtherWords } from './otherWords.ts'

/** A figure that tells: "Q1" is not "Q2", nor "II" "III", while "d1vidend" hides a letter. */
const figured = /^\d|\d$|\d\d|^[ivx]+$/
/** Letters from which on a word may have two mistakes. */
const lengthForTwo = 8
/** Of fewer letters a changed one makes another word. */
const lengthForChanged = 5
/** Share of the letters that may be wrong in a word of a headline that many have told. */
const garbled = 0.4
/** Few mistype the first letter: of shorter words, another one makes another word. */
const lengthForFirst = 6

/**
 * Whether one word is the other with a letter too much, too few, changed, or two in each other's place; twice that in a
 * long word. Not of two that are both known, and not where another letter makes another word: "Elm" and "Elf", "lake" and
 * "take".
 */
export function isMistyped(word: string, other: string): boolean {
  if (word === other) return true
  const [short, long] = word.length <= other.length ? [word, other] : [other, word]
  if (long.length < 2 || figured.test(short) || figured.test(long)) return false
  const most = long.length < lengthForTwo ? 1 : 2
  if (mistakesBetween(short, long, most) > most || areOtherWords(short, long)) return false
  return most > 1 || isUnlikelyAnother(short, long)
}

/** Whether a word with a single mistake is not likely to be another one. */
function isUnlikelyAnother(short: string, long: string): boolean {
  if (short.length < long.length) return true
  let at = 0
  while (short[at] === long[at]) at++
  const isTurned = short[at + 1] !== long[at + 1]
  if (isTurned) return true
  if (at === 0) return long.length >= lengthForFirst
  return long.length >= lengthForChanged || (long.length === 4 && isMarketWord(short) !== isMarketWord(long))
}

function isMarketWord(word: string): boolean {
  return subjects.has(word) || isEvent(word)
}

/**
 * Whether a word may be the other with two in five letters wrong: of one headline that many have told, each with
 * mistakes of their own, no more is left.
 */
export function isGarbled(word: string, other: string): boolean {
  const length = Math.max(word.length, other.length)
  if (length < 2 || figured.test(word) || figured.test(other)) return false
  const most = Math.floor(length * garbled)
  return mistakesBetween(word, other, most) <= most && !areOtherWords(word, other)
}
