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
        longestMatch(tokens, index, lexicon.words, token.text) ??
        longestMatch(tokens, index, lexicon.words, normalize(token.text))
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
  for (let length = head.longest; length > 1; length--) {
    let phrase = first
    for (let offset = 1; offset < length; offset++) phrase += `_${tokens[index + offset]?.text}`
    const entry = words.get(phrase)
    if (entry) return { entry, length }
  }
  return isMeaningful(head) ? { entry: head, length: 1 } : undefined
}

/** The lexicon is in American spelling; other spellings, and contractions, are looked up by it. */
function normalize(word: string): string {
  if (word.endsWith("n't")) return 'not'
  if (word.length < 6) return word
  return word.replace('our', 'or').replace(/is(e[sd]?|ing|ation)$/, 'iz$1')
}

/** An entry made only to hold phrases means nothing alone. */
function isMeaningful(entry: Entry): boolean {
  return entry.modifier !== '' || entry.polar !== 0 || entry.direction !== 0 || entry.metric !== 0
}
