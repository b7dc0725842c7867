import { type Reading, record, tokenAt } from './reading.ts'

/** A metric that is bad or good by its bare mention, such as a loss, unless a frame explains it later. */
export function readMention(reading: Reading, index: number): void {
  const entry = tokenAt(reading, index).entry
  if (entry.alone === 0) return
  // "Sales growth" says what grows.
  const says =
    entry.alone > 0 &&
    (tokenAt(reading, index - 1).entry.metric > 0 || tokenAt(reading, index + 2).unit === '%')
  record(reading, index, `mention.${entry.metricName}`, entry.alone * (says ? 1.6 : 1))
}
