import { isGarbled, isMistyped } from './isMistyped.ts'
import { publications } from './ordinaryWords.ts'
import { isKnown } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'
import { stemOf } from './stemOf.ts'

/** The words in which a story is told by those who tell it otherwise than the first, and how often each is. */
export type Vocabulary = Map<string, number>

/** Words that are counted of a story. */
const mostCounted = 256
/** A word that one told may be anything; the second makes it one of the story's. */
const leastTold = 2

/**
 * Counts what a copy puts in the place of the known words, and the names of those who pass it on. What it adds to all of them is no word of the story: "Acme cuts dividend
 * and jobs" must not make "jobs" one of "Acme cuts dividend". True where the copy has a word mistyped.
 */
export function learnWords(
  vocabulary: Vocabulary,
  known: Headline,
  { words, tokens, given }: Headline,
): boolean {
  const isWhole = known.tokens.every((word) => tokens.includes(word) || words.includes(word))
  const isMore = isWhole && tokens.length > known.tokens.length
  // Whose name stands within a headline has told it: "Finance" is no word of a story about a chief executive.
  const own = isMore ? [] : [...words, ...tokens].filter((word) => !publications.has(word))
  const beside = given.filter((word) => !tokens.includes(word)).map(besides)
  let isGarbledOnce = false
  for (const word of new Set([...own, ...beside])) {
    const meant = known.tokens.find((known) => known === word || isGarbled(word, known))
    if (meant === undefined) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1)
    else isGarbledOnce ||= !isKnown(word) && stemOf(word) !== stemOf(meant)
  }
  if (vocabulary.size > mostCounted) makeRoom(vocabulary)
  return isGarbledOnce
}

function makeRoom(vocabulary: Vocabulary): void {
  for (const [word, count] of vocabulary) if (count < leastTold) vocabulary.delete(word)
  // Where each has words of its own, none is the story's.
  if (vocabulary.size > mostCounted) vocabulary.clear()
}

/** What no word begins with. */
const put = '+'

/** How a word is counted that stands beside a story: "Northern Wire" tells nothing of a northern mine. */
function besides(word: string): string {
  return put + word
}

/** Whether a word is one of those that are put beside a story. */
export function isPutBeside(vocabulary: Vocabulary, word: string): boolean {
  return (vocabulary.get(besides(word)) ?? 0) >= leastTold
}

/** Whether a story is told in this word, mistyped or not. */
export function isToldIn(vocabulary: Vocabulary, word: string): boolean {
  if ((vocabulary.get(word) ?? 0) >= leastTold) return true
  if (isKnown(word)) return false
  for (const [told, count] of vocabulary)
    if (count >= leastTold && !told.startsWith(put) && isMeant(word, told)) return true
  return false
}

/** A word that is known is known by less than one that may be a name. */
function isMeant(word: string, told: string): boolean {
  return isKnown(told) ? isGarbled(word, told) : isMistyped(word, told)
}
