import { mistakesBetween } from './mistakesBetween.ts'

/** Share of the letters that may be wrong where the first is none. */
const wrong = 0.35

/** Whether not more is left of a word than half of its letters, or than two in three where the first is another. */
export function isWreck(word: string, other: string): boolean {
  const length = Math.max(word.length, other.length)
  const most = word.charAt(0) === other.charAt(0) ? length >> 1 : Math.floor(length * wrong)
  return mistakesBetween(word, other, most) <= most
}
