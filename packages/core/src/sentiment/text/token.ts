import { type Entry, nothing } from '../lexicon/entry.ts'

/** What a stretch of text is, before anybody asks what it means. */
export type TokenKind =
  | 'word'
  | 'name'
  | 'quantity'
  | 'cashtag'
  | 'stop'
  | 'comma'
  | 'open'
  | 'close'
  | 'symbol'
  | 'link'

/** One unit of text. A phrase of the lexicon ("short of", "lay off") is one token. */
export type Token = {
  kind: TokenKind
  /** UTF-16 offset of the first character. */
  start: number
  /** UTF-16 offset after the last character. */
  end: number
  /** Lower case, without a possessive ending. For a cashtag, the symbol in upper case. */
  text: string
  /** Starts with a capital letter. */
  capital: boolean
  /** A quantity's value with its scale applied: `21.1 mn` is 21,100,000. 0 for other kinds. */
  value: number
  /** A quantity's unit: `%`, a currency such as `eur`, or '' for a plain number. */
  unit: string
  /** `1` for "+5 %", `-1` for "-5 %", `0` without a sign. */
  sign: number
  /** Number of the entity that a `name` or `cashtag` stands for, or -1. */
  entity: number
  /** What the lexicon knows of it, or `nothing`. */
  entry: Readonly<Entry>
  /** Number of the clause that it stands in. */
  clause: number
  /** Part of a finding, so that its bare mention says nothing more. */
  explained: boolean
}

/** A token that nothing is known of yet. */
export function createToken(
  kind: TokenKind,
  start: number,
  end: number,
  text: string,
  capital = false,
): Token {
  return {
    kind,
    start,
    end,
    text,
    capital,
    value: 0,
    unit: '',
    sign: 0,
    entity: -1,
    entry: nothing,
    clause: 0,
    explained: false,
  }
}
