import { type Reading, record } from './reading.ts'

/** "Record sales", "all-time high", "52-week low": a level that stands out. */
export function readRecord(reading: Reading, index: number): boolean {
  for (let next = index + 1; next <= index + 3; next++) {
    const entry = reading.tokens[next]?.entry
    if (!entry) continue
    if (entry.modifier === 'extreme') {
      const metric = next - reading.metric <= 8 ? (reading.tokens[reading.metric]?.entry?.metric ?? 1) : 1
      record(reading, index, 'level.extreme', entry.factor * 0.7 * Math.sign(metric), index, next)
      return true
    }
    if (entry.metric !== 0 && reading.tokens[index]?.text === 'record') {
      reading.used[next] = 1
      record(reading, index, 'level.record', Math.sign(entry.metric) * 0.7, index, next)
      return true
    }
  }
  return false
}
