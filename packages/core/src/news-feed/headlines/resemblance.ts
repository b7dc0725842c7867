import { denyOtherwise } from './denyOtherwise.ts'
import { looksAlike } from './letterSketch.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { haveOtherWords, mostMistakes } from './mistypedCopy.ts'
import type { Headline } from './readHeadline.ts'

/** Share of letters that may be wrong between two copies that were each mistyped from a third. */
const wrong = 0.35
/** Each of two copies may have a mistake, but not of a word that is hardly one. */
const fewestLetters = 4
/** Where a known word stands for another ("bets" for "beats"), it is likely another story. */
const otherMatter = 0.25

/**
 * How far two headlines look like one that was mistyped twice: 1 where a few letters differ, less where another known
 * word came of it, 0 where they are too far apart.
 */
export function resemblance(left: Headline, right: Headline): number {
  const length = Math.min(left.letters.length, right.letters.length)
  if (!mayBeAsLong(left.letters.length, right.letters.length) || !looksAlike(left.sketch, right.sketch))
    return 0
  const most = mostWrong(length)
  const mistakes = mistakesBetween(left.letters, right.letters, most)
  if (mistakes > most || denyOtherwise(left, right) || figuresOf(left) !== figuresOf(right)) return 0
  if (!haveOtherWords(left, right)) return 1
  return mistakes <= mostMistakes(length) ? otherMatter : 0
}

/** The figures of a headline: a mistake in one is another amount. A word may have some by mistake, or as a counter. */
function figuresOf({ tokens }: Headline): string {
  return tokens.filter(isFigure).join(' ')
}

function isFigure(token: string): boolean {
  const digits = token.replace(/\D/g, '').length
  return digits > 0 && (token.length < 4 || digits * 2 >= token.length)
}

/** Whether two texts of so many letters may be one but for mistakes. */
export function mayBeAsLong(one: number, other: number): boolean {
  return Math.abs(one - other) <= mostWrong(Math.min(one, other))
}

function mostWrong(letters: number): number {
  return Math.max(letters < fewestLetters ? 0 : 2, Math.floor(letters * wrong))
}
