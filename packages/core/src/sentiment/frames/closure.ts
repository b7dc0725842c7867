import { type Reading, record } from './reading.ts'

/** A market closes every day; a plant closes once. */
export function readClosure(reading: Reading, index: number): void {
  for (let next = index + 1; next <= index + 6; next++) {
    const token = reading.tokens[next]
    if (!token || token.kind === 'stop') return
    if (token.entry?.modifier === 'facility') {
      record(reading, index, 'event.closure', -0.7 * reading.emphasis, index, next)
      return
    }
  }
}
