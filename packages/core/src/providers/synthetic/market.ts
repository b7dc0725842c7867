import { NoDataError, UnknownSymbolError, UnsupportedError } from '../../errors/index.ts'
import {
  type BarColumns,
  BarSeries,
  type Instrument,
  type NumericMode,
  type Quote,
  type SymbolMatch,
} from '../../market/index.ts'
import type {
  BarsQuery,
  CorporateActionsQuery,
  LocalContext,
  NewsQuery,
  ProfileQuery,
  QuotesQuery,
  SearchQuery,
} from '../../provider/index.ts'
import { actionsSince } from './actions.ts'
import { barsBetween, columnsOf } from './bars.ts'
import { intervals, type Listing } from './listing.ts'
import { newsOf } from './news.ts'
import { quoteAt } from './quote.ts'
import { Simulation } from './simulation.ts'
import { advanceWith, isClosed } from './stream.ts'

const id = 'synthetic'
// Its first day of trading.
const begin = Date.UTC(1998, 0, 2)

/** The simulations behind a market's listings, which answer its questions and tell what happens in it. */
export function createMarket(listings: Iterable<Listing>, seed: string) {
  const simulations = new Map<string, Simulation>()
  for (const listing of listings) simulations.set(listing.instrument.symbol, new Simulation(listing, seed))

  function find(instrument: Instrument): Simulation {
    const simulation = simulations.get(instrument.symbol)
    if (simulation) return simulation
    const hint = 'It is not in the simulated market: look with searchSymbols, or name it in `symbols`.'
    throw new UnknownSymbolError(instrument.symbol, { provider: id, hint })
  }

  return {
    advance: advanceWith((symbol) => simulations.get(symbol)),
    getBars: { answer: (query: BarsQuery) => answerBars(find(query.instrument), query) },
    getQuotes: {
      answer: ({ instruments, numeric }: QuotesQuery, { now }: LocalContext) =>
        instruments.flatMap((instrument) => {
          const simulation = simulations.get(instrument.symbol)
          if (!simulation) return []
          const quote = quoteAt(simulation, now)
          return [numeric === 'string' ? exactQuote(quote, simulation.listing.decimals) : quote]
        }),
    },
    searchSymbols: {
      answer: ({ text, limit }: SearchQuery) => search([...simulations.values()], text).slice(0, limit),
    },
    getProfile: {
      answer: (query: ProfileQuery, { now }: LocalContext) => profile(find(query.instrument), query, now),
    },
    getCorporateActions: {
      answer: ({ instrument, start, end }: CorporateActionsQuery, { now }: LocalContext) => {
        const simulation = find(instrument)
        const { sessions } = simulation
        const last = sessions.dayAt(Math.min(end, now))
        const actions = actionsSince(simulation, sessions.dayAt(Math.max(start, begin)), now)
        return {
          instrument,
          actions: actions
            .filter(({ day }) => day <= last && sessions.dateOf(day) < end)
            .map(({ action }) => action),
          source: { provider: id, fetchedAt: now, delayedMs: 0, attempts: [] },
        }
      },
    },
    getNews: {
      answer: (query: NewsQuery) => {
        const about = query.instruments.map((instrument) => simulations.get(instrument.symbol))
        const chosen =
          query.instruments.length > 0 ? about.filter((one) => one !== undefined) : [...simulations.values()]
        return newsOf(chosen, query)
      },
    },
  }
}

function answerBars(simulation: Simulation, query: BarsQuery): BarSeries<NumericMode> {
  const { interval, now, adjustment, numeric } = query
  const { listing, sessions } = simulation
  const start = Math.max(query.start, begin)
  if (!intervals.some((one) => one === interval)) {
    throw new UnsupportedError(
      `The simulated market has no ${interval} bars. Ask for ${intervals.join(', ')}.`,
      { provider: id },
    )
  }
  const bars = barsBetween(simulation, { interval, start, end: query.end, now, adjustment })
  const last = bars.at(-1)
  if (!last) {
    throw new NoDataError(
      `The simulated market has no ${interval} bars of ${query.instrument.symbol} in that range.`,
      { provider: id },
    )
  }
  const columns = columnsOf(bars)
  return new BarSeries<NumericMode>(
    {
      instrument: query.instrument,
      interval,
      timeZone: sessions.timeZone,
      currency: currencyOf(listing.instrument),
      priceScale: 1,
      adjustment,
      source: { provider: id, fetchedAt: now, delayedMs: 0, attempts: [] },
      gaps: [],
      issues: [],
      simulated: true,
      forming: !isClosed(simulation, bars, last, interval, now),
    },
    numeric === 'string'
      ? exactColumns(columns, adjustment === 'raw' ? listing.decimals : undefined)
      : columns,
  )
}

function exactColumns(columns: BarColumns, decimals: number | undefined): BarColumns<'string'> {
  const text = (value: number) => (decimals === undefined ? String(value) : value.toFixed(decimals))
  const { time, open, high, low, close, volume } = columns
  return {
    time,
    open: Array.from(open, text),
    high: Array.from(high, text),
    low: Array.from(low, text),
    close: Array.from(close, text),
    volume: Array.from(volume, String),
  }
}

function exactQuote(quote: Quote, decimals: number): Quote<'string'> {
  const price = (value: number | null) => (value === null ? null : value.toFixed(decimals))
  const plain = (value: number | null) => (value === null ? null : String(value))
  const { instrument, name, time, currency, priceScale, marketState, source, simulated } = quote
  return {
    instrument,
    name,
    time,
    currency,
    priceScale,
    marketState,
    source,
    simulated,
    last: price(quote.last),
    bid: price(quote.bid),
    bidSize: plain(quote.bidSize),
    ask: price(quote.ask),
    askSize: plain(quote.askSize),
    open: price(quote.open),
    high: price(quote.high),
    low: price(quote.low),
    previousClose: price(quote.previousClose),
    change: price(quote.change),
    changePercent: plain(quote.changePercent),
    volume: plain(quote.volume),
  }
}

function search(simulations: readonly Simulation[], text: string): SymbolMatch[] {
  const wanted = text.trim().toLowerCase().replaceAll(/[-\s]/g, '')
  return simulations
    .map(({ listing: { instrument, name } }) => {
      const symbol = instrument.symbol.toLowerCase()
      const isExact = symbol === wanted || symbol.replace('/', '') === wanted
      const score = isExact
        ? 1
        : symbol.startsWith(wanted)
          ? 0.9
          : name.toLowerCase().replaceAll(' ', '').includes(wanted)
            ? 0.6
            : symbol.includes(wanted)
              ? 0.5
              : 0
      return {
        instrument,
        name,
        exchange: 'Simulated market',
        currency: currencyOf(instrument),
        score,
        provider: id,
      }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

function profile({ listing, noise }: Simulation, { instrument }: ProfileQuery, now: number) {
  const isShare = listing.sector !== null && listing.sector !== 'Funds'
  const shares = isShare ? Math.round(listing.volume * (60 + 80 * noise.uniform(1, 81))) : null
  return {
    instrument,
    name: listing.name,
    description: `Simulated instrument: every number of ${listing.name} here is made up.`,
    sector: listing.sector,
    industry: null,
    country: isShare ? 'US' : null,
    website: null,
    employees: isShare ? Math.round(5000 + 150_000 * noise.uniform(2, 81)) : null,
    exchange: 'Simulated market',
    currency: currencyOf(listing.instrument),
    marketCap: shares === null ? null : Math.round(shares * listing.price),
    sharesOutstanding: shares,
    identifiers: {},
    source: { provider: id, fetchedAt: now, delayedMs: 0, attempts: [] },
  }
}

function currencyOf(instrument: Instrument): string {
  return 'quote' in instrument ? instrument.quote : 'USD'
}
