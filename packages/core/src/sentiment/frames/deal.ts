import { type Reading, record } from './reading.ts'

/** A takeover pays the target's holders a premium and asks the acquirer's to trust in it. */
export function readDeal(reading: Reading, index: number): boolean {
  for (let next = index + 1; next <= index + 4; next++) {
    const token = reading.tokens[next]
    if (!token || token.kind === 'stop') return false
    if (token.entry?.metricName === 'stake') break
    if (token.kind === 'cashtag' || token.kind === 'name' || (token.kind === 'word' && token.capital)) {
      record(reading, index, 'deal.target', 0.4, index, next, true)
      record(reading, index, 'deal.acquirer', -0.1)
      return true
    }
  }
  return false
}
