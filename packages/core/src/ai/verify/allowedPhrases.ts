import type { Evidence } from '../evidence/evidence.ts'

const bars = ['day', 'bar', 'period', 'week', 'hour', 'minute', 'month', 'session']

/**
 * Phrases with digits that a sentence about these metrics may use: the metric's own spelling and its periods.
 *
 * @example
 * allowedPhrases('SMA(50)').includes('50-day') // true
 */
export function allowedPhrases(metric: string, evidence?: Evidence): string[] {
  const phrases = [metric]
  for (const [, inner = ''] of metric.matchAll(/\(([\d,. ]+)\)/g)) {
    for (const period of inner.split(/[,\s]+/).filter((text) => /^\d{1,4}$/.test(text))) {
      for (const bar of bars) phrases.push(`${period}-${bar}`)
    }
  }
  for (const [, count = '', unit = ''] of metric.matchAll(/(\d{1,3})(Week|Day|Month)/g)) {
    phrases.push(`${count}-${unit.toLowerCase()}`)
  }
  for (const [, unit = '', count = ''] of metric.matchAll(/(week|day|month)(\d{1,3})/gi)) {
    phrases.push(`${count}-${unit.toLowerCase()}`)
  }
  if (evidence?.subjectName) phrases.push(evidence.subjectName)
  return phrases
}
