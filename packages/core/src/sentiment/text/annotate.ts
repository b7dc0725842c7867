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
      const match =
        (post ? longestMatch(tokens, index, lexicon.social, token.text) : undefined) ??
        longestMatch(tokens, index, lexicon.words, token.text.endsWith("n't") ? 'not' : token.text)
      if (match) {
        taken = match.length
        token.entry = match.entry
        const last = tokens[index + taken - 1]
        if (taken > 1 && last) {
          token.end = last.end
          token.kind = 'word'
        }
      }
    }
    tokens[kept++] = token
    index += taken
  }
  tokens.length = kept
  return tokens
}

function longestMatch(
  tokens: readonly Token[],
  index: number,
  words: ReadonlyMap<string, Entry>,
  first: string,
): { entry: Entry; length: number } | undefined {
  const head = words.get(first)
  if (!head) return undefined
  let match = isMeaningful(head) ? { entry: head, length: 1 } : undefined
  let phrase = first
  for (let length = 2; length <= head.longest; length++) {
    phrase += `_${tokens[index + length - 1]?.text}`
    const entry = words.get(phrase)
    if (entry && isMeaningful(entry)) match = { entry, length }
  }
  return match
}

/** An entry made only to hold phrases means nothing alone. */
function isMeaningful(entry: Entry): boolean {
  return entry.modifier !== '' || entry.polar !== 0 || entry.direction !== 0 || entry.metric !== 0
}
