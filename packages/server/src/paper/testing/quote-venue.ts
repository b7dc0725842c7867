import {
  type CorporateAction,
  defineProvider,
  parseInstrument,
  type Quote,
  type StreamEvent,
  sourceOf,
} from '@starkmatter/core'

type Prices = {
  bid?: number | null
  ask?: number | null
  last?: number | null
  bidSize?: number
  askSize?: number
}

/** A venue for coins and shares whose quotes a test says; who watches is told of each new one. */
export function quoteVenue({ currency = 'USD', simulated = false, splits = [] as CorporateAction[] } = {}) {
  const shown = new Map<string, Prices & { time: number }>()
  const news = new Set<string>()
  let watched = 0
  let asked = 0
  let time = 0

  function quoteOf(symbol: string): Quote | undefined {
    const prices = shown.get(symbol)
    if (!prices) return undefined
    const { bid = null, ask = null, last = null, bidSize = null, askSize = null } = prices
    const none = { open: null, high: null, low: null, previousClose: null, change: null, changePercent: null }
    return {
      instrument: parseInstrument(symbol),
      name: null,
      ...{ bid, ask, last, bidSize, askSize, time: prices.time },
      ...none,
      volume: null,
      currency,
      priceScale: 1,
      marketState: null,
      source: sourceOf('venue', { now: Date.now() }, 0),
      simulated,
    }
  }

  const provider = defineProvider({
    id: 'venue',
    title: 'Test venue',
    simulated,
    delayedMs: 0,
    symbols: { toProvider: ({ id }) => id, fromProvider: (symbol) => parseInstrument(symbol) },
    stream: {
      kind: 'timer',
      everyMs: 5,
      advance(topics): StreamEvent[] {
        watched = topics.length
        return topics.flatMap(({ key, symbol }): StreamEvent[] => {
          const quote = news.has(symbol) ? quoteOf(symbol) : undefined
          news.delete(symbol)
          return quote ? [{ type: 'quote', topic: key, quote }] : []
        })
      },
    },
    getQuotes: {
      assets: ['crypto', 'equity'],
      batch: 10,
      answer({ instruments }) {
        asked++
        return instruments.flatMap(({ id }) => quoteOf(id) ?? [])
      },
    },
    getCorporateActions: {
      assets: ['equity'],
      answer: (query) => ({
        instrument: query.instrument,
        actions: splits,
        source: sourceOf('venue', query, 0),
      }),
    },
    watchQuotes: { assets: ['crypto', 'equity'], via: 'stream' },
  })
  return {
    provider,
    /** What the venue shows from now on. */
    show(symbol: string, prices: Prices) {
      time = Math.max(time + 1, Date.now())
      shown.set(symbol, { ...prices, time })
      news.add(symbol)
    },
    get watched() {
      return watched
    },
    get asked() {
      return asked
    },
  }
}
