import type { SlotOperation } from '../claims/claim.ts'

// Words that say how a value came about, for values that came about so.
const made: readonly (readonly [RegExp, ...string[]])[] = [
  [/max$|high/i, 'high', 'highs'],
  [/min$|low/i, 'low', 'lows'],
  [/mean$|average|MA\b|ATR/i, 'average', 'averages'],
  [/sum$|total/i, 'total'],
  [/eps|dividend/i, 'per share', 'a share'],
  [/ratio$/, 'over'],
  [/exdate/i, 'ex-dividend'],
  [/diluted/i, 'diluted'],
]

/**
 * Phrases that a sentence about this metric may use: its own spelling, its periods, how it came about.
 *
 * @example
 * allowedPhrases('SMA(50)', 'value').includes('50-day') // true
 */
export function allowedPhrases(metric: string, op: SlotOperation): string[] {
  // `MACD(12,26,9).signal` is spoken of as MACD.
  const phrases = [metric, metric.replace(/\..*/, ''), metric.replace(/\W.*/, ''), wordsOf(metric)]
  // `SMA(50)` is the 50-day one; `high52Week` and `weekHigh52` are spoken of as `52-week`.
  for (const [period] of metric.matchAll(/(?<![\d.])\d{1,4}(?![\d.])/g))
    for (const bar of 'day bar period week hour month session'.split(' '))
      if (/\(/.test(metric) || metric.toLowerCase().includes(bar)) phrases.push(`${period}-${bar}`)
  for (const [what, ...said] of made) if (what.test(`${metric} ${op}`)) phrases.push(...said)
  return phrases
}

/** `netIncome` -> `net income`, `SMA(50)` -> ` sma(50)`. */
export function wordsOf(metric: string): string {
  return metric.replace(/[A-Z]+/g, ' $&').toLowerCase()
}
