import { nothing } from '../lexicon/entry.ts'
import type { Token } from '../text/token.ts'
import { type Reading, record, seek, tokenAt } from './reading.ts'

/** A takeover pays the target's holders a premium and asks the acquirer's to trust in it. */
export function readDeal(reading: Reading, index: number): boolean {
  for (let next = index + 1; next <= index + 4; next++) {
    const token = tokenAt(reading, next)
    if (token.kind === 'stop' || token.text === 'and') return false
    if (token.entry.metricName === 'stake') {
      record(reading, index, 'ownership.buy', 0.5, next, true)
      return true
    }
    if (isParty(token)) {
      record(reading, index, 'deal.target', 0.57, next, true)
      record(reading, index, 'deal.acquirer', -0.1)
      return true
    }
  }
  return false
}

/** "To be acquired by Borealis": who pays is named after what befalls the target. */
export function readAcquirer(reading: Reading, index: number): void {
  const by = tokenAt(reading, index + 1).text === 'by' ? index + 1 : index
  if (isParty(tokenAt(reading, by + 1))) record(reading, by + 1, 'deal.acquirer', -0.1, index)
}

function isParty({ kind, capital, entry }: Token): boolean {
  return kind === 'cashtag' || kind === 'name' || (capital && entry === nothing)
}

/** Holders who sell out say something. A company that sells a unit gains when it can name the price. */
export function readSale(reading: Reading, index: number): boolean {
  const stake = seek(reading, index, 4, ({ metricName }) => metricName === 'stake' || metricName === 'price')
  if (stake >= 0) {
    record(reading, index, 'ownership.sell', -0.2, stake)
    return true
  }
  const price = seek(
    reading,
    index + 1,
    11,
    (_, { kind, unit }) => kind === 'quantity' && unit !== '' && unit !== '%',
  )
  if (price < 0) return false
  record(reading, index, 'deal.disposal', 0.4, price)
  return true
}
