import { expect, test } from 'vitest'
import { crypto, type OrderBook, type Quote } from '../market/index.ts'
import { unknownQuote } from '../provider/index.ts'
import { isNewBook, isNewQuote } from './is-news.ts'

const instrument = crypto('BTC', 'USD', 'KRAKEN')
const source = { provider: 'kraken', fetchedAt: 0, delayedMs: 0, attempts: [] }
const noon = Date.UTC(2024, 0, 2, 12)
const quote = (fields: Partial<Quote>): Quote => ({ ...unknownQuote, instrument, source, ...fields })
const book = (fields: Partial<OrderBook>): OrderBook => ({
  instrument,
  time: noon,
  bids: [],
  asks: [],
  ...fields,
})

test('a quote that says the same once more is no news, whenever it was fetched', () => {
  const before = quote({ time: noon, bid: 1, last: 2 })
  expect(isNewQuote({ ...before, source: { ...source, fetchedAt: 9 } }, before)).toBe(false)
  expect(isNewQuote({ ...before, bidSize: 3 }, before)).toBe(true)
  expect(isNewQuote({ ...before, post: { price: 3, time: noon } }, before)).toBe(true)
  expect(isNewQuote({ ...before, bands: { lower: 1, upper: 3, time: noon } }, before)).toBe(true)
  const auction = {
    kind: 'close',
    time: noon,
    auctionTime: noon,
    imbalance: 1,
    paired: 2,
    price: null,
  } as const
  expect(isNewQuote({ ...before, auction }, before)).toBe(true)
  expect(isNewQuote({ ...before, auction: { ...auction, time: noon + 1 } }, { ...before, auction })).toBe(
    true,
  )
})

test('a quote that was overtaken is no news; one of long ago is from a clock that was set', () => {
  const before = quote({ time: noon, last: 2 })
  expect(isNewQuote(quote({ time: noon - 1, last: 3 }), before)).toBe(false)
  expect(isNewQuote(quote({ time: noon - 3_600_000, last: 3 }), before)).toBe(true)
  expect(isNewQuote(quote({ time: null, last: 3 }), before)).toBe(true)
})

test('books go by the venue’s numbers, and by what they say where there are none', () => {
  const before = book({ sequence: 7 })
  expect(isNewBook(book({ sequence: 8 }), before)).toBe(true)
  expect(isNewBook(book({ sequence: 6, bids: [[1, 1]] }), before)).toBe(false)
  expect(isNewBook(book({ sequence: 7 }), before)).toBe(false)
  expect(isNewBook(book({ sequence: 7, bids: [[1, 1]] }), before)).toBe(true)
  expect(isNewBook(book({ sequence: 1, time: noon + 61_000 }), before)).toBe(true)
  const plain = book({ bids: [[1, 2]] })
  expect(isNewBook(book({ bids: [[1, 2]] }), plain)).toBe(false)
  expect(isNewBook(book({ bids: [[1, 3]] }), plain)).toBe(true)
  expect(isNewBook(book({ bids: [[1, 2]], asks: [[2, 1]] }), plain)).toBe(true)
})
