import { type Reading, record, tokenAt } from './reading.ts'

/** "Started at Buy", "cut to Sell", "keeps Overweight rating". Elsewhere "buy" and "sell" are ordinary verbs. */
export function readRating(reading: Reading, index: number): boolean {
  const entry = tokenAt(reading, index).entry
  const previous = tokenAt(reading, index - 1).text
  const next = tokenAt(reading, index + 1)
  // "Cut to Hold from Buy": the old rating is no news.
  if (previous === 'from') return true
  const placed = previous === 'to' || previous === 'at' || previous === 'with'
  if (placed && reading.unboundDirection !== 0) {
    const rule = reading.unboundDirection > 0 ? 'analyst.upgrade' : 'analyst.downgrade'
    record(reading, index, rule, reading.unboundDirection * 0.9)
    return true
  }
  if (reading.analyst || next.entry.metricName === 'rating') {
    record(reading, index, 'analyst.rating', entry.factor * 0.7)
    return true
  }
  return false
}
