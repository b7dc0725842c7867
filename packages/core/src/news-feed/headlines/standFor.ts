import { isMistyped } from './isMistyped.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { small } from './ordinaryWords.ts'
import { areOtherWords, isKnown, meaning } from './otherWords.ts'
import { stretchWithin } from './stretchWithin.ts'
import { wordsFor } from './synonyms.ts'

/** Letters of a word that two copies may have mistyped, each in its own way. */
const longWord = 5

/** Whether a word is another with mistakes, or one that desks use for it. */
export function standsFor(word: string, other: string): boolean {
  return isMistyped(word, other) || wordsFor(other).some((synonym) => isMistyped(word, synonym))
}

/** Whether each of some words is among others, or in their letters, mistyped or not. */
export function stand(words: readonly string[], others: readonly string[], text: string): boolean {
  const meanings = others.map(meaning)
  return words.every(
    (word) =>
      word.length < 3 ||
      small.has(word) ||
      text.includes(word) ||
      meanings.includes(meaning(word)) ||
      others.some((other) => isMistyped(word, other) || isSmallWord(word, other)) ||
      others.some((other) => isMistypedTwice(word, other)) ||
      (word.length >= longWord &&
        stretchWithin(word, text, word.length >> 2) !== undefined &&
        !others.some((other) => isKnown(other) && !words.includes(other))),
  )
}

/** Whether two words are a third, which each of two copies has mistyped in its own way. */
function isMistypedTwice(word: string, other: string): boolean {
  const most = Math.max(2, word.length >> 2)
  if (word.length + other.length < 2 * longWord - 1) return false
  return mistakesBetween(word, other, most) <= most && !areOtherWords(word, other)
}

/** Whether a word that nobody knows is one that says little, with a letter wrong: "fpr" for "for". */
function isSmallWord(word: string, other: string): boolean {
  return small.has(other) && !isKnown(word) && mistakesBetween(word, other, 1) <= 1
}
