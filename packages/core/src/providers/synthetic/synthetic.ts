import { parseInstrument } from '../../market/index.ts'
import { defineProvider } from '../../provider/index.ts'
import { customListing, defaultListings, intervals, type Listing, type SyntheticSymbol } from './listing.ts'
import type { createMarket } from './market.ts'

export type SyntheticOptions = {
  /** Another seed is another market. @default 'starkmatter' */
  seed?: string | number | undefined
  /** Instruments beside the built-in ones, or in their place where they have the same symbol. */
  symbols?: readonly (string | SyntheticSymbol)[] | undefined
}

const assets = ['equity', 'crypto', 'fx'] as const

/**
 * A made-up market for demos, tests and offline work: about thirty instruments with familiar names, and others on request.
 *
 * Everything follows from the seed: the same bar has the same digits on every run and in every range, minutes add up to
 * hours and days, and the live feed says what history says afterwards. Shares trade in New York's hours with its holidays,
 * gaps, splits and dividends; coins always; currencies on workdays. Volatility comes in clusters. Everything is marked
 * `simulated: true`.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, the instrument is not in this market
 * @throws {StarkMatterError} NO_DATA, the range lies in the future or before 1998
 */
export function synthetic(options: SyntheticOptions = {}) {
  const { seed = 'starkmatter', symbols = [] } = options
  const listings = new Map<string, Listing>()
  const add = (listing: Listing) => listings.set(listing.instrument.symbol, listing)
  for (const listing of defaultListings()) add(listing)
  for (const entry of symbols) {
    const custom = typeof entry === 'string' ? { symbol: entry } : entry
    const instrument = parseInstrument(custom.symbol)
    if (typeof entry === 'string' && listings.has(instrument.symbol)) continue
    add(customListing(instrument, custom))
  }

  let made: ReturnType<typeof createMarket> | undefined
  const market = async () => {
    const { createMarket } = await import('./market.ts')
    made ??= createMarket(listings.values(), String(seed))
    return made
  }

  return defineProvider({
    id: 'synthetic',
    title: 'Simulated market',
    simulated: true,
    delayedMs: 0,
    symbols: {
      toProvider: ({ id, symbol }) => (listings.get(symbol)?.instrument.id === id ? symbol : undefined),
      fromProvider: (symbol) => listings.get(symbol)?.instrument ?? parseInstrument(symbol),
    },
    stream: {
      kind: 'timer',
      everyMs: 1000,
      advance: async (topics, from, to) => (await market()).advance(topics, from, to),
    },

    getBars: {
      assets,
      intervals,
      adjustments: ['splits', 'raw', 'splits+dividends'],
      load: async () => (await market()).getBars,
    },
    getQuotes: { assets, batch: 100, load: async () => (await market()).getQuotes },
    searchSymbols: { load: async () => (await market()).searchSymbols },
    getProfile: { assets, load: async () => (await market()).getProfile },
    getCorporateActions: { assets: ['equity'], load: async () => (await market()).getCorporateActions },
    getNews: { load: async () => (await market()).getNews },
    watchBars: { assets, intervals, via: 'stream' },
    watchQuotes: { assets, via: 'stream' },
    watchTrades: { assets, via: 'stream' },
  })
}
