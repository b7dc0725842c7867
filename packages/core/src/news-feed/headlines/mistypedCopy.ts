import { isGarbled, isMistyped } from './isMistyped.ts'
import { mistakesBetween } from './mistakesBetween.ts'
import { isKnown, isTurned, meaning } from './otherWords.ts'
import type { Headline } from './readHeadline.ts'

type Letters = Pick<Headline, 'tokens' | 'letters'>

/** Of as many letters one may be wrong. */
const lettersPerMistake = 8
/** From as many letters on two may, since two copies with a mistake each are two from one another. */
const lettersForTwo = 10
const fewestLetters = 4
/** Words that may have been run together, or one torn into. */
const longestRun = 3
/** Words of the longest headline that is compared run by run: what such a comparison costs grows with their number. */
const mostWords = 40
/** Letters of words that were run together, of which one may be wrong. */
const runLettersPerMistake = 4

/**
 * Whether two headlines are one but for mistakes in typing, which may stand at blanks, too: "Acmecuts dividend", "Acme
 * cu ts dividend", "cme cuts divdend".
 */
export function isMistypedCopy(left: Letters, right: Letters): boolean {
  if (left.letters === right.letters) return left.letters !== ''
  const most = mostMistakes(Math.min(left.letters.length, right.letters.length))
  if (Math.abs(left.letters.length - right.letters.length) > most) return false
  if (Math.max(left.tokens.length, right.tokens.length) > mostWords) return false
  return areAligned(left.tokens, right.tokens, most)
}

/** Mistakes of a headline of so many letters. */
export function mostMistakes(letters: number): number {
  if (letters < fewestLetters) return 0
  return Math.max(letters < lettersForTwo ? 1 : 2, Math.floor(letters / lettersPerMistake))
}

/**
 * Whether the words are one another's with so many mistakes, run by run. Each place is looked at once, with the fewest
 * mistakes that lead to it: trying every row of runs would take time without end where many words are alike.
 */
function areAligned(own: readonly string[], others: readonly string[], most: number): boolean {
  const width = others.length + 1
  /** Fewest mistakes up to each place that can be reached. */
  const fewest: (number | undefined)[] = [0]
  const reach = (at: number, other: number, mistakes: number) => {
    const place = at * width + other
    fewest[place] = Math.min(mistakes, fewest[place] ?? mistakes)
  }
  for (let at = 0; at < own.length; at++)
    for (let other = 0; other < others.length; other++) {
      const before = fewest[at * width + other]
      if (before === undefined) continue
      if (own[at] === others[other]) {
        reach(at + 1, other + 1, before)
        continue
      }
      const left = most - before
      for (const [length, otherLength] of runs) {
        const [end, otherEnd] = [at + length, other + otherLength]
        if (end > own.length || otherEnd > others.length) continue
        const mistakes = mistakesOf(own.slice(at, end), others.slice(other, otherEnd), left)
        if (mistakes <= left) reach(end, otherEnd, before + mistakes)
      }
    }
  return fewest[own.length * width + others.length] !== undefined
}

/** How many words stand for how many. */
const runs = Array.from(
  { length: longestRun ** 2 },
  (_, number) => [1 + Math.floor(number / longestRun), 1 + (number % longestRun)] as const,
)

/** Mistakes between some words and others in their place; more than `most` where they may be others. */
function mistakesOf(own: readonly string[], others: readonly string[], most: number): number {
  const none = most + 1
  const [text, other] = [own.join(''), others.join('')]
  if (text === other) return 0
  if (own.length === 1 && others.length === 1)
    return isMistyped(text, other) ? mistakesBetween(text, other, most) : none
  if (digitsOf(text) !== digitsOf(other)) return none
  const allowed = Math.min(most, Math.max(1, Math.floor(text.length / runLettersPerMistake)))
  const mistakes = mistakesBetween(text, other, allowed)
  if (mistakes > allowed || own.at(-1) === others.at(-1)) return none
  return isOther(own, others) ? none : mistakes
}

/** The figures of a text. */
function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim()
}

/** Whether each has a known word that is no part of the other. */
export function haveOtherWords(left: Pick<Letters, 'tokens'>, right: Pick<Letters, 'tokens'>): boolean {
  return isOther(left.tokens, right.tokens)
}

function isOther(own: readonly string[], others: readonly string[]): boolean {
  return turns(own, others) || turns(others, own) || (hasMore(own, others) && hasMore(others, own))
}

/** Whether a word of the first is the contrary of one that only the second has. */
function turns(own: readonly string[], others: readonly string[]): boolean {
  return own.some(
    (word) => !others.includes(word) && others.some((other) => !own.includes(other) && isTurned(word, other)),
  )
}

function hasMore(own: readonly string[], others: readonly string[]): boolean {
  const text = others.join('')
  const isMistypedHere = (word: string) => others.some((other) => !isKnown(other) && isGarbled(word, other))
  const more = own.filter((word) => !text.includes(word) && isKnown(word) && !isMistypedHere(word))
  if (more.length === 0) return false
  const meanings = others.map(meaning)
  return more.some((word) => !meanings.includes(meaning(word)))
}
