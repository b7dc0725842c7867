import type { SlotOperation } from '../claims/claim.ts'
import { createMemory } from '../createMemory.ts'
import { allowedPhrases, wordsOf } from './allowedPhrases.ts'
import { wholeReplacer } from './wholeReplacer.ts'

/** What a metric is called. */
export type MetricName = {
  metric: string
  /** ` cost of revenue `, ` sma 50 `: all of it, where that is more than one word, in a text of small letters with a space before each. */
  whole: string
  /** Patterns that find each of its words in such a text, or another for it. */
  calls: readonly string[]
  /** These in one text. */
  said: string
  /** How much of it is said in such a text, from 0 to 1. */
  shareIn(text?: string): number
  /** What takes out of a text all that may stand in a sentence about it, where its value came about so. */
  maskOf(op: SlotOperation): (text: string) => string
}

// Beginnings of words that stand for each other's metrics.
const alike =
  'clos|last|pric volu|obv|turn|hand reve|sale inco|earn|bott|prof|p/e eps|earn|per esti|conse|expec|guid|targ sma|ema|aver|atr|mean bban|band|boll weig|port sent|tone|scor valu|wort quan|hold(?!i) divi|paid|pays buyb|repu|boug date|divi'.split(
    ' ',
  )

/** A metric's name, laid out. */
export function nameMetric(metric: string): MetricName {
  const whole = ` ${wordsOf(metric)} `.replace(/[^a-z\d]+/g, ' ')
  // Without what is not said.
  const words = whole.match(/\b(?!and|actual|percent)[a-z]{3,}|\d+/g) ?? []
  const calls = words.map((word) => {
    const begin = word.slice(0, 4)
    // `SMA(20)` is not the 200-day one, and what is lower is no low.
    const call =
      alike.find((group) => group.includes(begin)) ?? (word === begin ? `${begin}(?!er|\\d)` : begin)
    return ` (?:${call})`
  })
  const patterns = calls.map((call) => new RegExp(call))
  return {
    metric,
    whole: whole.replace(/^ \w+ $/, '#'),
    calls,
    said: calls.join(''),
    shareIn: (text = '') => patterns.filter((pattern) => pattern.test(text)).length / calls.length || 0,
    maskOf: createMemory((op) => wholeReplacer(allowedPhrases(metric, op))),
  }
}
