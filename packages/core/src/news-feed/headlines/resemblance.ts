import { denyOtherwise } from './denyOtherwise.ts'
import { looksAlike } from './letterSketch.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { haveOtherWords, mostMistakes } from './mistypedCopy.ts'
import type { Headline } from './readHeadline.ts'

/** Share of letters that may be wrong between two copies that were each mistyped from a third. */
const wrong = 0.35
/** Each of two copies may have a mistake, but not of a word that is hardly one. */
const fewestLetters = 4
/** Of fewer letters a mistake leaves too few pairs. */
const fewestForSketch = 8
/** Where a known word stands for another ("bets" for "beats"), it is likely another story. */
const otherMatter = 0.25

/**
 * How far two headlines look like one that was mistyped twice: 1 where a few letters differ, less where another known
 * word came of it, 0 where they are too far apart.
 */
export function resemblance(left: Headline, right: Headline): number {
  if (!mayResemble(left, right)) return 0
  const length = Math.min(left.letters.length, right.letters.length)
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

/** Whether they may: told quickly. */
export function mayResemble(left: Headline, right: Headline): boolean {
  const [one, other] = [left.letters.length, right.letters.length]
  const shorter = Math.min(one, other)
  if (Math.abs(one - other) > mostWrong(shorter)) return false
  return shorter < fewestForSketch || looksAlike(left.sketch, right.sketch)
}

function mostWrong(letters: number): number {
  return Math.max(letters < fewestLetters ? 0 : 2, Math.floor(letters * wrong))
}
