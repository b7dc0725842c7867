import {
  type Bar,
  BarSeries,
  defineProvider,
  type NewsItem,
  NoDataError,
  parseInstrument,
  type Quote,
  type StreamEvent,
  sourceOf,
  toNewsItem,
  UnknownSymbolError,
} from '@starkmatter/core'

const minute = 60_000

export type TestProviderOptions = {
  simulated?: boolean
  /** Called for each question for bars: counts them, or throws. */
  onBars?: (query: { start: number; end: number }) => void
}

/**
 * A venue that lists `AAPL` and `IBM`: minute bars whose open is the minute's number, and live bars that a test emits.
 */
export function testProvider({ simulated = false, onBars }: TestProviderOptions = {}) {
  const queue: Bar[] = []
  const provider = defineProvider({
    id: 'venue',
    title: 'Test venue',
    simulated,
    delayedMs: 0,
    symbols: {
      toProvider: ({ symbol }) => symbol,
      fromProvider: (symbol) => parseInstrument(symbol),
    },
    stream: {
      kind: 'timer',
      everyMs: 5,
      advance(topics): StreamEvent[] {
        const bars = queue.splice(0)
        return topics.flatMap(({ key }) => bars.map((bar) => ({ type: 'bar' as const, topic: key, bar })))
      },
    },
    getBars: {
      assets: ['equity'],
      intervals: ['1m', '1d'],
      adjustments: ['raw'],
      answer(query) {
        onBars?.(query)
        if (!['AAPL', 'IBM'].includes(query.symbol)) {
          throw new UnknownSymbolError(query.symbol, { provider: 'venue' })
        }
        const step = query.interval === '1m' ? minute : 86_400_000
        const first = Math.ceil(query.start / step)
        const count = Math.min(Math.ceil(Math.min(query.end, query.now) / step) - first, 10_000)
        if (count <= 0) throw new NoDataError('Nothing in this range.', { provider: 'venue' })
        const numbers = Float64Array.from({ length: count }, (_, i) => first + i)
        return new BarSeries(
          {
            instrument: query.instrument,
            interval: query.interval,
            timeZone: 'America/New_York',
            currency: 'USD',
            priceScale: 1,
            adjustment: 'raw',
            source: sourceOf('venue', query, 0),
            gaps: [],
            issues: [],
            simulated,
            forming: false,
          },
          {
            time: numbers.map((n) => n * step),
            open: numbers,
            high: numbers.map((n) => n + 1),
            low: numbers,
            close: numbers,
            volume: numbers.map(() => Number.NaN),
          },
        )
      },
    },
    getQuotes: {
      assets: ['equity'],
      batch: 10,
      answer: (query) =>
        query.instruments.flatMap((instrument): Quote[] => {
          if (!['AAPL', 'IBM'].includes(instrument.symbol)) return []
          const none = {
            bid: null,
            bidSize: null,
            ask: null,
            askSize: null,
            open: null,
            high: null,
            low: null,
          }
          return [
            {
              instrument,
              name: `${instrument.symbol} Inc.`,
              last: 10,
              time: query.now,
              ...none,
              previousClose: 8,
              change: 2,
              changePercent: 25,
              volume: null,
              currency: 'USD',
              priceScale: 1,
              marketState: 'open',
              source: sourceOf('venue', query, 0),
              simulated,
            },
          ]
        }),
    },
    searchSymbols: {
      answer: ({ text }) =>
        ['AAPL', 'IBM']
          .filter((symbol) => symbol.includes(text.toUpperCase()))
          .map((symbol) => ({
            instrument: parseInstrument(symbol),
            name: null,
            exchange: null,
            currency: 'USD',
            score: 1,
            provider: 'venue',
          })),
    },
    getNews: {
      // One article about each symbol that is asked for, made when it is asked or when the range ends.
      answer: ({ instruments, text = 'rises', end, now, limit }) =>
        instruments.slice(0, limit).flatMap((instrument): NewsItem[] => {
          const item = toNewsItem({
            provider: 'venue',
            time: (end ?? now) - 1,
            title: `${instrument.symbol} ${text}`,
            url: `https://venue.example/${instrument.symbol}`,
            source: 'Venue wire',
            instruments: [instrument],
          })
          return item ? [item] : []
        }),
    },
    watchBars: { assets: ['equity'], intervals: ['1m'], via: 'stream' },
  })
  return { provider, emit: (...bars: Bar[]) => void queue.push(...bars) }
}
