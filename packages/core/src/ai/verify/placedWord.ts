import type { Comparison } from '../claims/claim.ts'
import { type Token, valueMark } from './readTokens.ts'
import { stemOf } from './vocabulary.ts'
import { words } from './words.ts'

/** A word or a mark of a draft with what stands around it. */
export type PlacedWord = Token & {
  token: Token
  stem: string
  /** By the lists themselves: the table that the verifier carries takes a few words for others. */
  kind: string | undefined
  /** What the claim declares. */
  comparisons: readonly Comparison[]
  /** The whole text, and where in it the word stands. */
  tokens: readonly Token[]
  index: number
  before: Token | undefined
  next: Token | undefined
  /** What stands before it in its part. */
  lead: readonly Token[]
}

const { plain: _, ...kinds } = words
const listed = stemsOf(Object.values(kinds).join(' '))

/** Each word of a text in its place. */
export function placeWords(
  tokens: readonly Token[],
  comparisons: readonly Comparison[] = [],
): readonly PlacedWord[] {
  return tokens.map((token, index) => {
    const stem = stemOf(token.lower)
    // By their form: `not`, `short of`, `outpace`.
    const isListed = listed.has(stem) || /^not$|^out| /.test(token.lower)
    return {
      ...token,
      ...{ token, stem, comparisons, tokens, index, before: tokens[index - 1], next: tokens[index + 1] },
      kind: isListed ? token.kind : undefined,
      lead: token.part.tokens.slice(0, token.part.tokens.indexOf(token)),
    }
  })
}

/** Whether it is the place of a value. */
export function isValue(token: Token | undefined): boolean {
  return token?.text === valueMark
}

/** The stems of the words of a list. */
export function stemsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(stemOf))
}
