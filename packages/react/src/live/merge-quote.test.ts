import { createClient } from '@starkmatter/core'
import { expect, test } from 'vitest'
import { sampleMarket } from '../testing/sample-market.ts'
import { mergeQuote } from './merge-quote.ts'

const base = await createClient({ providers: [sampleMarket()] }).getQuote({ symbol: 'AAPL' })
const bare = { ...base, name: null, previousClose: null, change: null, changePercent: null, bid: null }

test('a feed that only tells the last price keeps the name and works out the day’s change anew', () => {
  const merged = mergeQuote(
    { ...base, previousClose: 100 },
    { ...bare, last: 110, time: (base.time ?? 0) + 1 },
  )
  expect(merged).toMatchObject({
    name: 'Apple Inc.',
    last: 110,
    change: 10,
    changePercent: 10,
    bid: base.bid,
  })
})

test('a live quote that is older than the answer changes nothing', () => {
  expect(mergeQuote(base, { ...bare, last: 1, time: (base.time ?? 0) - 1 })).toBe(base)
})
