import { kindOf } from './vocabulary.ts'

/** A word, a mark or the place of a value in a sentence. */
export type Token = {
  text: string
  lower: string
  /** What the word may do; `undefined` for one that is not listed, and for marks. */
  kind: string | undefined
  part: Part
}

/** What stands between two marks or joining words. */
export type Part = {
  tokens: Token[]
  /** Whether it holds the place of a value. */
  hasSlot: boolean
  /** Whether what it says it says of a value: it holds one, or hangs on a part that does (`{}, a new high`). */
  isBound: boolean
}

/** Stands for a value where only its place matters. */
export const valueMark = '{}'

// What is said in several words, and a word that would share its stem with others.
const phrases: Readonly<Record<string, string>> = { 'in line with': 'equal', 'short of': 'below', not: 'not' }

// Words with their hyphens and apostrophes gone; everything that is no plain punctuation belongs to one. Some are words only apart.
const token =
  /\{\}|[.:](?!\w)|[,;!?()–—…“”"]|\b(?:in line with|short of)\b|(?:[^\s,.;:!?'"()/…‐–—‘’“”{}-]|[.:](?=\w))+/gi

/**
 * The words of a sentence, in order, in the parts that they stand in.
 *
 * @param text - With everything masked that may stand there by name, and `{}` in the place of each value.
 */
export function readTokens(text: string): Token[] {
  let part: Part | undefined
  return (text.replace(/['’]s\b/g, '').match(token) ?? []).map((text) => {
    const lower = text.toLowerCase()
    const kind = phrases[lower] ?? (/^[a-z]+$/.test(lower) ? kindOf(lower) : undefined)
    const isMark = /^[^\w{•]/.test(text)
    if (!part || isMark || kind === 'joint' || kind === 'opener' || lower === 'that')
      part = {
        tokens: [],
        hasSlot: false,
        isBound: part?.isBound === true && kind !== 'opener' && !/[;:.!?]/.test(text),
      }
    const one = { text, lower, kind, part }
    part.tokens.push(one)
    if (text === valueMark) part.hasSlot = part.isBound = true
    return one
  })
}
