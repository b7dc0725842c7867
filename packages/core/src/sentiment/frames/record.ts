import { type Reading, record, seek, tokenAt } from './reading.ts'

/** "Record sales", "all-time high", "52-week low": a level that stands out. */
export function readRecord(reading: Reading, index: number): boolean {
  const named = tokenAt(reading, index).text === 'record'
  const at = seek(
    reading,
    index,
    3,
    (entry) =>
      entry.modifier === 'extreme' ||
      (named && (entry.metric !== 0 || entry.modifier === 'close' || entry.modifier === 'record')),
  )
  const token = tokenAt(reading, at)
  const { entry } = token
  if (at < 0) {
    if (named && /^(at|hits?)$/.test(tokenAt(reading, index - 1).text))
      record(reading, index, 'level.extreme', 0.7)
    return false
  }
  if (entry.metric === 0) {
    const metric = at - reading.metric <= 8 ? tokenAt(reading, reading.metric).entry.metric || 1 : 1
    record(reading, index, 'level.extreme', (entry.factor || 1) * 0.7 * Math.sign(metric), at)
  } else {
    token.explained = true
    record(reading, index, 'level.record', Math.sign(entry.metric) * 0.7, at)
  }
  return true
}
