import { type Reading, record, tokenAt } from './reading.ts'

/** "Back to profit", "into the red", "a surprise loss". */
export function readSide(reading: Reading, index: number): boolean {
  const before = [3, 2, 1].map((steps) => tokenAt(reading, index - steps).text).join(' ')
  if (!/( to| into|back in| surprise)( an?| the)?$/.test(before)) return false
  record(reading, index, 'swing', tokenAt(reading, index).entry.factor)
  return true
}
