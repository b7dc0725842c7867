import { nothing } from '../lexicon/entry.ts'
import type { Token } from './token.ts'

/** Accents, other scripts, and endings and pairs of letters that English words seldom have. */
const shape = /[ß-￿]|..[aiou]$|aa|kk|[cs]z|[f-hk-mp-vz]j|[^h]ij|erer$|[aeou]z$/
/** Endings of verbs, which of English words only "yacht" has. */
const verb = /(ch|hn|mm|nn|ll|ss|[bdgkz])t$|eux$|[eio]v$/

/**
 * Words that the lexicon knows, less those of another language, by word or by shape. Below 0 the text is in a language
 * that the lexicon does not read; 0 tells nothing. Names keep their accents and shapes in English, so of words with a
 * capital only letters beyond Latin count, and no article.
 */
export function countEnglish(tokens: readonly Token[]): number {
  let count = 0
  const strange: string[] = []
  for (const { kind, text, capital, entry } of tokens) {
    if (kind !== 'word') continue
    if (entry.modifier === 'foreign') count -= capital && text.length < 4 ? 0 : 1
    else if (entry !== nothing) count++
    else if (capital) count -= /[Ͱ-᷿⺀-￿]/.test(text) ? 1 : 0
    else strange.push(text)
  }
  // No word takes more than 2: those that cannot turn the balance are not looked at.
  let left = strange.length
  for (const text of strange) {
    if (count > 2 * left--) break
    count -= shape.test(text) ? 1 : verb.test(text) ? 2 : 0
  }
  return count
}
