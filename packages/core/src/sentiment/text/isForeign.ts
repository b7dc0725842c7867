import { nothing } from '../lexicon/entry.ts'
import type { Token } from './token.ts'

/**
 * Whether a text is in a language that the lexicon does not read: words of another script, of another language or with
 * its accents outnumber those that the lexicon knows. Names keep their accents in English, so with a capital only
 * letters beyond Latin count.
 */
export function isForeign(tokens: readonly Token[]): boolean {
  let foreign = 0
  for (const { kind, text, capital, entry } of tokens) {
    if (kind !== 'word') continue
    if (entry.modifier === 'foreign' || (capital ? /[Ͱ-᷿⺀-￿]/ : /[ß-￿]/).test(text)) foreign++
    else if (entry !== nothing) foreign--
  }
  return foreign > 0
}
