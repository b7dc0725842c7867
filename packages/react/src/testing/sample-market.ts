import {
  type Bar,
  BarSeries,
  type BarSeriesFacts,
  dateInZone,
  defineProvider,
  type Instrument,
  type Interval,
  NoDataError,
  parseInstrument,
  parseInterval,
  type Quote,
  UnknownSymbolError,
} from '@starkmatter/core'

/** Instruments of the made-up market, with the price that they swing around. */
const listings: Record<string, readonly [name: string, price: number]> = {
  AAPL: ['Apple Inc.', 190],
  MSFT: ['Microsoft Corporation', 420],
  NVDA: ['NVIDIA Corporation', 130],
  SPY: ['SPDR S&P 500 ETF Trust', 560],
}

/** Its first bar. */
export const sampleBegins = Date.UTC(2020, 0, 1)

/** The price at an instant: a sum of waves, so that every bar of every length agrees with every other. */
function priceAt(symbol: string, time: number): number {
  const [, level] = listings[symbol] ?? ['', 100]
  const hours = time / 3_600_000 + level
  const wave = (period: number, size: number) => size * Math.sin((hours / period) * 2 * Math.PI)
  return (
    level *
    Math.exp(wave(9_000, 0.2) + wave(1_300, 0.06) + wave(170, 0.025) + wave(31, 0.012) + wave(0.37, 0.001))
  )
}

function barAt(symbol: string, time: number, ms: number, now: number): Bar {
  const end = Math.min(time + ms, now)
  const prices = Array.from({ length: 13 }, (_, step) => priceAt(symbol, time + ((end - time) * step) / 12))
  const [open = 0] = prices
  return {
    time,
    open,
    high: Math.max(...prices),
    low: Math.min(...prices),
    close: prices.at(-1) ?? open,
    volume: Math.round(1e6 * (1 + Math.abs(Math.sin(time / ms)))),
    closed: time + ms <= now,
  }
}

/** A market for tests: always open, in New York's zone, the same at every run, and marked as simulated. */
export function sampleMarket(options: { everyMs?: number } = {}) {
  const assets = ['equity'] as const
  return defineProvider({
    id: 'sample',
    title: 'Sample market',
    simulated: true,
    delayedMs: 0,
    symbols: { toProvider: ({ symbol }) => symbol, fromProvider: parseInstrument },
    stream: {
      kind: 'timer',
      everyMs: options.everyMs ?? 250,
      advance: (topics, _from, to) =>
        topics
          .filter(({ symbol }) => Object.hasOwn(listings, symbol))
          .map((topic) => {
            const ms = topic.interval ? parseInterval(topic.interval).ms : 60_000
            return topic.channel === 'bars'
              ? { type: 'bar', topic: topic.key, bar: barAt(topic.symbol, Math.floor(to / ms) * ms, ms, to) }
              : { type: 'quote', topic: topic.key, quote: quoteAt(topic.instrument, to) }
          }),
    },
    getBars: {
      assets,
      intervals: ['1m', '5m', '15m', '1h', '4h', '1d', '1w'],
      adjustments: ['splits'],
      answer({ instrument, symbol, interval, start, end, now }) {
        assertListed(symbol)
        const { ms } = parseInterval(interval)
        const from = Math.ceil(Math.max(start, sampleBegins) / ms) * ms
        const bars: Bar[] = []
        for (let time = from; time < Math.min(end, now); time += ms) bars.push(barAt(symbol, time, ms, now))
        if (bars.length === 0)
          throw new NoDataError('The sample market begins in 2020.', { provider: 'sample' })
        return toSeries(instrument, interval, bars, now)
      },
    },
    getQuotes: {
      assets,
      batch: 100,
      answer: ({ instruments, now }) => instruments.map((instrument) => quoteAt(instrument, now)),
    },
    searchSymbols: {
      answer: ({ text }) =>
        Object.entries(listings)
          .filter(([symbol, [name]]) => `${symbol} ${name}`.toLowerCase().includes(text.toLowerCase()))
          .map(([symbol, [name]]) => ({
            instrument: parseInstrument(symbol),
            name,
            exchange: 'Sample',
            currency: 'USD',
            score: 1,
            provider: 'sample',
          })),
    },
    watchBars: { assets, via: 'stream', intervals: ['1m', '5m', '15m', '1h', '4h', '1d', '1w'] },
    watchQuotes: { assets, via: 'stream' },
  })
}

function assertListed(symbol: string): void {
  if (!Object.hasOwn(listings, symbol)) throw new UnknownSymbolError(symbol, { provider: 'sample' })
}

/** A series of bars, as a provider answers it. */
export function toSeries(
  instrument: Instrument,
  interval: Interval,
  bars: readonly Bar[],
  now: number,
  facts: Partial<BarSeriesFacts> = {},
): BarSeries {
  const column = (pick: (bar: Bar) => number | null) =>
    Float64Array.from(bars, (bar) => pick(bar) ?? Number.NaN)
  return new BarSeries(
    {
      instrument,
      interval,
      timeZone: 'America/New_York',
      currency: 'USD',
      priceScale: 1,
      adjustment: 'splits',
      source: { provider: 'sample', fetchedAt: now, delayedMs: 0, attempts: [] },
      gaps: [],
      issues: [],
      simulated: true,
      forming: bars.at(-1)?.closed === false,
      ...facts,
    },
    {
      time: column((bar) => bar.time),
      open: column((bar) => bar.open),
      high: column((bar) => bar.high),
      low: column((bar) => bar.low),
      close: column((bar) => bar.close),
      volume: column((bar) => bar.volume),
    },
  )
}

function quoteAt(instrument: Instrument, now: number): Quote {
  const { symbol } = instrument
  assertListed(symbol)
  const [name] = listings[symbol] ?? ['']
  const last = priceAt(symbol, now)
  const previousClose = priceAt(symbol, Date.parse(dateInZone(now, 'UTC')))
  return {
    instrument,
    name,
    last,
    time: now,
    bid: last - 0.01,
    bidSize: 200,
    ask: last + 0.01,
    askSize: 300,
    open: previousClose,
    high: Math.max(last, previousClose),
    low: Math.min(last, previousClose),
    previousClose,
    change: last - previousClose,
    changePercent: (last / previousClose - 1) * 100,
    volume: 1e7,
    currency: 'USD',
    priceScale: 1,
    marketState: 'open',
    source: { provider: 'sample', fetchedAt: now, delayedMs: 0, attempts: [] },
    simulated: true,
  }
}
