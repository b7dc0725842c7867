import type { Modifier } from './group.ts'

/** All that the lexicon knows of one word form or phrase. Zero and empty mean "not this". */
export type Entry = {
  direction: number
  transitive: boolean
  evaluative: boolean
  level: boolean
  metric: number
  metricName: string
  alone: number
  polar: number
  rule: string
  object: boolean
  adjective: boolean
  modifier: Modifier | ''
  factor: number
  /** Phrases that start with this word, by their next word. */
  phrases: Map<string, Entry> | undefined
}

export function createEntry(): Entry {
  return {
    direction: 0,
    transitive: false,
    evaluative: false,
    level: false,
    metric: 0,
    metricName: '',
    alone: 0,
    polar: 0,
    rule: '',
    object: false,
    adjective: false,
    modifier: '',
    factor: 0,
    phrases: undefined,
  }
}

/** What the lexicon knows of a word it does not have. */
export const nothing: Readonly<Entry> = /* @__PURE__ */ createEntry()
