import { createMemory } from '../createMemory.ts'
import { countsAloud, kindOf } from './vocabulary.ts'

/** A word, a mark or the place of a value, wherever it stands. */
type Word = {
  text: string
  lower: string
  /** What the word may do; `undefined` for one that is not listed, and for marks. */
  kind: string | undefined
  isNumber: boolean
}

/** The same in a sentence. */
export type Token = Word & { part: Part }

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

function readWord(text: string): Word {
  const lower = text.toLowerCase()
  const kind = phrases[lower] ?? (/^[a-z]+$/.test(lower) ? kindOf(lower) : undefined)
  return { text, lower, kind, isNumber: countsAloud.test(text.normalize('NFKD')) }
}

/**
 * What reads the words of a sentence, in order, in the parts that they stand in: from a text with everything masked that may stand there by
 * name, and `{}` in the place of each value. Each word is looked up once, as the sentences of a report share most of theirs.
 */
export function createReader(): (text: string) => Token[] {
  const wordOf = createMemory(readWord)
  return (text) => {
    let part: Part | undefined
    return (text.replace(/['’]s\b/g, '').match(token) ?? []).map((text) => {
      const { lower, kind, isNumber } = wordOf(text)
      const isMark = /^[^\w{~]/.test(text)
      if (!part || isMark || kind === 'joint' || kind === 'opener' || lower === 'that')
        part = {
          tokens: [],
          hasSlot: false,
          isBound: !!part?.isBound && kind !== 'opener' && !/[;:.!?]/.test(text),
        }
      // To spread the word would take longer than all the rest.
      const one = { text, lower, kind, isNumber, part }
      part.tokens.push(one)
      if (text === valueMark) part.hasSlot = part.isBound = true
      return one
    })
  }
}
