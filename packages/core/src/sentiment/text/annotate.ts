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
        (post ? longestMatch(tokens, index, lexicon.social.get(token.text)) : undefined) ??
        longestMatch(tokens, index, lexicon.words.get(token.text) ?? lexicon.words.get(normalize(token.text)))
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
  head: Entry | undefined,
): { entry: Entry; length: number } | undefined {
  if (!head) return undefined
  if (head.phrases) {
    for (const phrase of head.phrases) {
      if (followedBy(tokens, index, phrase.rest))
        return { entry: phrase.entry, length: phrase.rest.length + 1 }
    }
  }
  return isMeaningful(head) ? { entry: head, length: 1 } : undefined
}

function followedBy(tokens: readonly Token[], index: number, words: readonly string[]): boolean {
  for (let offset = 0; offset < words.length; offset++) {
    const token = tokens[index + 1 + offset]
    if (token === undefined || token.text !== words[offset]) return false
  }
  return true
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
