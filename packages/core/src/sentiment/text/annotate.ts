import type { Lexicon } from '../lexicon/createLexicon.ts'
import type { Entry } from '../lexicon/entry.ts'
import type { Token } from './token.ts'

/**
 * Joins the words of known phrases into one token and attaches what the lexicon knows, in place.
 * Phrases cross spaces and hyphens, never punctuation. `post` adds the meanings that words have among traders.
 */
export function annotate(tokens: Token[], lexicon: Lexicon, post: boolean): Token[] {
  let kept = 0
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]
    if (!token) break
    let taken = 1
    if (token.kind === 'word' || token.kind === 'symbol' || token.kind === 'quantity') {
      taken =
        (post && attach(tokens, index, lexicon.social, token.text)) ||
        attach(tokens, index, lexicon.words, token.text.endsWith("n't") ? 'not' : token.text) ||
        1
      if (taken > 1) {
        token.end = tokens[index + taken - 1]?.end ?? token.end
        token.kind = 'word'
      }
    }
    tokens[kept++] = token
    index += taken
  }
  tokens.length = kept
  return tokens
}

/** Attaches the longest phrase that starts at a token; answers the number of its words, 0 without one. */
function attach(
  tokens: readonly Token[],
  index: number,
  words: ReadonlyMap<string, Entry>,
  first: string,
): number {
  const token = tokens[index]
  let taken = 0
  let entry = words.get(first)
  for (let length = 1; token && entry; length++) {
    // An entry that only holds phrases means nothing alone.
    if (entry.modifier || entry.polar || entry.direction || entry.metric) {
      token.entry = entry
      taken = length
    }
    entry = entry.phrases?.get(tokens[index + length]?.text ?? '')
  }
  return taken
}
