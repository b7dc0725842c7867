import { type Reading, record, seek, tokenAt } from './reading.ts'

/** "A loss of 1.2 mn, down from a profit of 2.1 mn": when the sign changes, the size does not matter. */
export function readCrossing(reading: Reading, index: number): boolean {
  const metric = tokenAt(reading, reading.metric)
  const now = metric.entry.metricName
  if (now !== 'loss' && now !== 'earnings') return false
  const baseline = seek(reading, index, 5, ({ modifier }) => modifier === 'baseline')
  if (baseline < 0) return false
  const then = seek(
    reading,
    baseline,
    5,
    ({ metricName }) => metricName === 'loss' || metricName === 'earnings',
  )
  const earlier = tokenAt(reading, then)
  if (then < 0 || earlier.entry.metricName === now) return false
  metric.explained = true
  earlier.explained = true
  record(reading, index, 'swing', now === 'loss' ? -1 : 1, then)
  return true
}
