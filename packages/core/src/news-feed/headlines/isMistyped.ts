import { isEvent } from './nameOrClause.ts'
import { subjects } from './ordinaryWords.ts'

/** A figure that tells: "Q1" is not "Q2", while "d1vidend" hides a letter. */
const figured = /^\d|\d$|\d\d/
/** Letters from which on a word may have two mistakes. */
const lengthForTwo = 8

/**
 * Whether one word is the other with a letter too much, too few, changed, or two in each other's place; twice that in a long word.
 * Not of short words, nor of two that are both known, nor at the first letter, which few mistype: "hires" is not "fires".
 */
export function isMistyped(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word]
  if (long.length < 4 || short[0] !== long[0] || figured.test(short) || figured.test(long)) return false
  const known = Number(isEvent(short)) + Number(isEvent(long))
  if (known === 2) return false
  // Of four letters one more or less makes another word, unless one of the two is known and the other none.
  if (
    long.length === 4 &&
    known === 1 &&
    !subjects.has(short) &&
    !subjects.has(long) &&
    lacksOne(short, long)
  )
    return true
  return mistakes(short, long, long.length < lengthForTwo ? 1 : 2)
}

function lacksOne(short: string, long: string): boolean {
  return (
    short.length < long.length && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  )
}

/** Whether at most as many mistakes lie between two words, from their second letter on. */
function mistakes(short: string, long: string, most: number, from = 1): boolean {
  if (Math.abs(long.length - short.length) > most) return false
  let at = from
  while (at < short.length && short[at] === long[at]) at++
  if (at === short.length && at === long.length) return true
  if (most === 0) return false
  const [left, right] = [short.slice(at), long.slice(at)]
  if (left[0] === right[1] && left[1] === right[0] && mistakes(left.slice(2), right.slice(2), most - 1, 0))
    return true
  // Of four letters another one makes another word.
  if (Math.max(short.length, long.length) < 5 && from === 1) return false
  return (
    mistakes(left.slice(1), right.slice(1), most - 1, 0) ||
    mistakes(left, right.slice(1), most - 1, 0) ||
    mistakes(left.slice(1), right, most - 1, 0)
  )
}
