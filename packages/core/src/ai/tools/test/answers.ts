import type {
  BarSeriesFacts,
  Instrument,
  Interval,
  NewsItem,
  Profile,
  Quote,
  Source,
} from '../../../market/index.ts'

export const dayMs = 86_400_000

/** `YYYY-MM-DD`. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

export const sourceAt = (now: number): Source => ({
  ...{ provider: 'world', fetchedAt: now, delayedMs: 0, attempts: [] },
})

/** A quote whose every price and size is one number. */
export function quoteOf(
  instrument: Instrument,
  name: string,
  last: number,
  time: number,
  now: number,
): Quote {
  const sizes = { bid: last, bidSize: last, ask: last, askSize: last, volume: last }
  const prices = { open: last, high: last, low: last, previousClose: last, change: last, changePercent: last }
  return {
    ...{ instrument, name, last, time, ...sizes, ...prices, currency: 'USD', priceScale: 1 },
    ...{ marketState: null, source: sourceAt(now), simulated: false },
  }
}

/** A profile whose every figure is one number. */
export function profileOf(instrument: Instrument, name: string, size: number, now: number): Profile {
  return {
    ...{ instrument, name, description: null, sector: null, industry: null, country: null, website: null },
    ...{ employees: size, exchange: null, currency: 'USD', marketCap: size, sharesOutstanding: size },
    ...{ identifiers: {}, source: sourceAt(now) },
  }
}

/** The facts of a series of prices as traded. */
export function factsOf(
  instrument: Instrument,
  interval: Interval,
  now: number,
): Omit<BarSeriesFacts, 'forming'> {
  return {
    ...{ instrument, interval, timeZone: 'UTC', currency: 'USD', priceScale: 1, source: sourceAt(now) },
    adjustment: 'raw',
    ...{ gaps: [], issues: [], simulated: false },
  }
}

export type Story = {
  id: string
  time: number
  title: string
  instruments: readonly Instrument[]
  provider: string
}

/** An article of which nothing is known but this. */
export function newsOf(story: Story, index: number): NewsItem {
  return {
    ...{ summary: null, url: `https://world.invalid/${index}`, source: 'wire', author: null, imageUrl: null },
    ...{ language: 'en', truncated: false, ...story },
  }
}
