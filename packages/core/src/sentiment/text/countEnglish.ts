import { nothing } from '../lexicon/entry.ts'
import type { Token } from './token.ts'

/** Accents, other scripts, and endings and pairs of letters that English words seldom have. */
const foreign = /[ß-￿]|..[aiou]$|aa|kk|[cs]z|[f-hk-mp-vz]j|erer$/

/**
 * Words that the lexicon knows, less those of another language, by word or by shape. Below 0 the text is in a language
 * that the lexicon does not read; 0 tells nothing. Names keep their accents and shapes in English, so of words with a
 * capital only letters beyond Latin count.
 */
export function countEnglish(tokens: readonly Token[]): number {
  let count = 0
  for (const { kind, text, capital, entry } of tokens) {
    if (kind !== 'word') continue
    if (entry.modifier === 'foreign') count--
    else if (entry !== nothing) count++
    else if ((capital ? /[Ͱ-᷿⺀-￿]/ : foreign).test(text)) count--
  }
  return count
}
