import { type Reading, record, seek } from './reading.ts'

/** A market closes every day; a plant closes once. */
export function readClosure(reading: Reading, index: number): void {
  const facility = seek(reading, index, 6, (entry) => entry.modifier === 'facility')
  if (facility >= 0) record(reading, index, 'event.closure', -0.7, facility)
}
