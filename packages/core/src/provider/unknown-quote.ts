import type { Quote } from '../market/index.ts'

/** A quote of which nothing is known yet: absent is `null`, never 0. To be spread before what is. */
export const unknownQuote = {
  name: null,
  last: null,
  time: null,
  bid: null,
  bidSize: null,
  ask: null,
  askSize: null,
  open: null,
  high: null,
  low: null,
  previousClose: null,
  change: null,
  changePercent: null,
  volume: null,
  currency: null,
  priceScale: 1,
  marketState: null,
  simulated: false,
} as const satisfies Omit<Quote, 'instrument' | 'source'>
