import type { Headline } from './readHeadline.ts'

/** What stands before a letter or a number that tells one of several. */
const designated =
  /\b(?:phase|class|series|type|model|unit|tier|group|grade|category|stage|part|line|block|reactor|tranche|version|stage|level)\s+(\p{L}|[ivx]{1,4}|\d{1,4})(?![\p{L}\p{N}])/giu
/** A size or a generation: "7nm", "5G". An amount is none. */
const measured =
  /(?<![\p{L}\p{N}.,])\d{1,4}(?!k|m|b|bn|mn|mln|pct|st|nd|rd|th|am|pm)[a-z]{1,3}(?![\p{L}\p{N}])/giu

/** Whether each tells of a phase, a class, a model or a size that the other does not: "Phase I" and "Phase II". */
export function otherDesignations(
  { text: left }: Pick<Headline, 'text'>,
  { text: right }: Pick<Headline, 'text'>,
): boolean {
  return lacks(left, right) && lacks(right, left)
}

function lacks(text: string, other: string): boolean {
  const others = designationsIn(other)
  return designationsIn(text).some((one) => !others.includes(one))
}

function designationsIn(text: string): string[] {
  const named = Array.from(text.matchAll(designated), ([, one = '']) => one)
  return [...named, ...(text.match(measured) ?? [])].map((one) => one.toLowerCase())
}
