import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTradingDay } from '../../market/calendar/trading-day.ts'
import { xnys } from '../../market/calendar/xnys.ts'
import type { Adjustment, Bar, BarSeries, Interval, NumericMode } from '../../market/index.ts'
import type { StreamTopic } from '../../provider/index.ts'
import { describeProvider, loadProvider } from '../../testing/index.ts'
import { synthetic } from './synthetic.ts'

describeProvider('synthetic', { create: () => synthetic(), answers: {} })

const minute = 60_000
const day = 86_400_000
const now = Date.UTC(2025, 5, 11, 17, 20, 31)
const files = { list: async () => [], read: async () => '' }

type Ask = {
  interval: Interval
  start: number
  end: number
  now?: number
  adjustment?: Adjustment
  numeric?: NumericMode
}

async function market(options: Parameters<typeof synthetic>[0] = {}) {
  const provider = await loadProvider(synthetic(options))
  const bars = async (symbol: string, ask: Ask) => {
    const instrument = provider.symbols.fromProvider(symbol)
    const at = ask.now ?? now
    return provider.getBars.answer({
      instrument,
      symbol,
      extendedHours: false,
      adjustment: 'splits',
      numeric: 'number',
      ...ask,
      now: at,
    })
  }
  return { provider, bars }
}

const plain = (bars: Iterable<Bar<NumericMode>>) =>
  [...bars].map(({ time, open, high, low, close, volume }) => [time, open, high, low, close, volume])

/** Bars put together from shorter ones by the open of the longer ones. */
function together(short: BarSeries<NumericMode>, long: BarSeries<NumericMode>) {
  const rows = plain(short).map((row) => row.map(Number))
  let at = 0
  return Array.from(long.time, (time, index) => {
    const next = long.time[index + 1] ?? Number.POSITIVE_INFINITY
    const from = at
    while (at < rows.length && (rows[at]?.[0] ?? 0) < next) at++
    const parts = rows.slice(from, at)
    const column = (position: number) => parts.map((row) => row[position] ?? Number.NaN)
    const volume = column(5).reduce((sum, value) => sum + value, 0)
    return [time, column(1)[0], Math.max(...column(2)), Math.min(...column(3)), column(4).at(-1), volume]
  })
}

const symbols = fc.constantFrom('AAPL', 'SPY', 'BTC/USD', 'DOGE/USD', 'EUR/USD')
const monday = Date.UTC(2024, 2, 4)

describe('one market, however it is asked', () => {
  test('the same seed gives the same digits, another seed another market', async () => {
    const ask = { interval: '1h', start: monday, end: monday + 3 * day } as const
    const first = plain(await (await market()).bars('AAPL', ask))
    expect(plain(await (await market()).bars('AAPL', ask))).toEqual(first)
    expect(plain(await (await market({ seed: 2 })).bars('AAPL', ask))).not.toEqual(first)
  })

  test.each(['AAPL', 'BTC/USD', 'EUR/USD'])(
    'minutes of %s add up to its longer bars, bit by bit',
    async (symbol) => {
      const range = { start: monday, end: monday + 14 * day }
      const { bars } = await market()
      const minutes = await bars(symbol, { ...range, interval: '1m' })
      for (const interval of ['5m', '1h', '4h', '1d', '1w'] as const) {
        const long = await bars(symbol, { ...range, interval })
        expect(plain(long)).toEqual(together(minutes, long))
      }
    },
  )

  test('any part of a range is the part of the whole', async () => {
    const { bars } = await market()
    const intervals = fc.constantFrom(
      '1m' as const,
      '15m' as const,
      '1h' as const,
      '4h' as const,
      '1d' as const,
    )
    const adjustments = fc.constantFrom('raw' as const, 'splits' as const, 'splits+dividends' as const)
    await fc.assert(
      fc.asyncProperty(
        symbols,
        intervals,
        adjustments,
        fc.integer({ min: 0, max: 9 * 1440 }),
        fc.integer({ min: 60, max: 3000 }),
        async (symbol, interval, adjustment, offset, length) => {
          const start = monday + offset * minute
          const end = start + length * minute
          const whole = await bars(symbol, { interval, adjustment, start: monday, end: monday + 14 * day })
          const wanted = plain(whole).filter(([time]) => Number(time) >= start && Number(time) < end)
          const part = await bars(symbol, { interval, adjustment, start, end }).catch(() => [])
          expect(plain(part)).toEqual(wanted)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('every bar encloses its prices and has a volume', async () => {
    const { bars } = await market()
    await fc.assert(
      fc.asyncProperty(symbols, fc.integer({ min: 0, max: 9000 }), async (symbol, offset) => {
        const start = Date.UTC(1999, 0) + offset * day
        const wrong = [...(await bars(symbol, { interval: '1m', start, end: start + 6 * day }))].filter(
          (bar) => {
            const [open, high, low, close] = [
              Number(bar.open),
              Number(bar.high),
              Number(bar.low),
              Number(bar.close),
            ]
            return !(
              low > 0 &&
              low <= Math.min(open, close) &&
              high >= Math.max(open, close) &&
              Number(bar.volume) > 0
            )
          },
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

test('shares trade in New York’s hours and rest on its holidays, coins never rest', async () => {
  const { bars } = await market()
  const shares = await bars('AAPL', { interval: '1d', start: Date.UTC(2024, 0), end: Date.UTC(2025, 0) })
  for (const bar of shares) expect(isTradingDay(xnys, bar.date ?? '')).toBe(true)
  expect(shares.length).toBe(252)
  const first = (await bars('AAPL', { interval: '1m', start: monday, end: monday + day })).at(0)
  expect(first?.time).toBe(monday + 14.5 * 60 * minute)
  const coins = await bars('BTC/USD', { interval: '1d', start: Date.UTC(2024, 0), end: Date.UTC(2025, 0) })
  expect(coins.length).toBe(366)
})

test('a split leaves a jump in raw prices only, and is told', async () => {
  const { provider, bars } = await market()
  const range = { start: Date.UTC(1999, 0), end: now }
  const all = await Promise.all(
    ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'IBM', 'KO'].map(async (symbol) => {
      const instrument = provider.symbols.fromProvider(symbol)
      const { actions } = await provider.getCorporateActions.answer(
        { instrument, symbol, now, ...range },
        { now, files, signal: new AbortController().signal },
      )
      return { symbol, splits: actions.flatMap((action) => (action.type === 'split' ? [action] : [])) }
    }),
  )
  const splits = all.flatMap(({ symbol, splits: list }) => list.map((split) => ({ symbol, split })))
  expect(splits.length).toBeGreaterThan(2)
  for (const { symbol, split } of splits) {
    const start = Date.parse(split.date) - 10 * day
    const ask = { interval: '1d', start, end: start + 14 * day } as const
    const jump = async (adjustment: Adjustment) => {
      const series = await bars(symbol, { ...ask, adjustment })
      const index = [...series].findIndex((bar) => bar.date === split.date)
      return Number(series.close[index - 1]) / Number(series.open[index])
    }
    expect((await jump('raw')) / (await jump('splits'))).toBeCloseTo(split.numerator, 1)
  }
})

test('volatility comes in clusters and has fat tails, returns do not follow from each other', async () => {
  const { bars } = await market()
  const series = await bars('SPY', { interval: '1d', start: Date.UTC(2012, 0), end: now })
  const returns = Array.from(series.close, Number)
    .slice(1)
    .map((close, index) => Math.log(close / Number(series.close[index])))
  const correlation = (values: number[], lag: number) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    return (
      values
        .slice(lag)
        .reduce((sum, value, index) => sum + (value - mean) * ((values[index] ?? 0) - mean), 0) / variance
    )
  }
  const sizes = returns.map(Math.abs)
  const variance = returns.reduce((sum, value) => sum + value ** 2, 0) / returns.length
  const kurtosis = returns.reduce((sum, value) => sum + value ** 4, 0) / returns.length / variance ** 2
  expect(kurtosis).toBeGreaterThan(4)
  expect(correlation(sizes, 1)).toBeGreaterThan(0.1)
  expect(correlation(sizes, 20)).toBeGreaterThan(0.02)
  expect(Math.abs(correlation(returns, 1))).toBeLessThan(0.06)
})

test('the first and the last half hour are the busiest', async () => {
  const { bars } = await market()
  const series = await bars('AAPL', { interval: '30m', start: monday, end: monday + 60 * day })
  const byHalfHour = new Map<number, number>()
  for (const bar of series) {
    const key = (bar.time / (30 * minute)) % 48
    byHalfHour.set(key, (byHalfHour.get(key) ?? 0) + Number(bar.volume))
  }
  const noon = byHalfHour.get(33) ?? 0
  expect(byHalfHour.get(28) ?? 0).toBeGreaterThan(1.3 * noon)
  expect(byHalfHour.get(39) ?? 0).toBeGreaterThan(1.3 * noon)
})

describe('the live feed', () => {
  const topic = (
    provider: Pick<ReturnType<typeof synthetic>, 'symbols'>,
    symbol: string,
    channel: StreamTopic['channel'],
    interval?: Interval,
  ): StreamTopic => ({
    key: `${channel} ${symbol}`,
    channel,
    symbol,
    instrument: provider.symbols.fromProvider(symbol),
    ...(interval && { interval }),
  })

  test.each([
    ['AAPL', '1m', Date.UTC(2025, 5, 11, 19, 50), 20],
    ['BTC/USD', '5m', Date.UTC(2025, 5, 11, 23, 50), 20],
    ['AAPL', '1h', Date.UTC(2025, 5, 11, 19, 30), 45],
    ['AAPL', '1d', Date.UTC(2025, 5, 11, 19, 50), 20],
  ] as const)(
    'closed bars of %s %s are those of history, bit by bit, each once',
    async (symbol, interval, begin, minutes) => {
      const { provider, bars } = await market()
      const closed: Bar[] = []
      const forming: Bar[] = []
      const end = begin + minutes * minute
      for (let at = begin; at < end; at += 7000) {
        for (const event of await provider.stream.advance(
          [topic(provider, symbol, 'bars', interval)],
          at,
          Math.min(end, at + 7000),
        )) {
          if (event.type !== 'bar') continue
          if (event.bar.closed) closed.push(event.bar)
          else forming.push(event.bar)
        }
      }
      const history = await bars(symbol, { interval, start: begin - 2 * day, end: end + day, now: end })
      const span = { '1m': minute, '5m': 5 * minute, '1h': 60 * minute, '1d': day }[interval]
      const wanted = plain(history).filter(([time]) => closed.some((bar) => bar.time === time))
      expect(closed.length).toBeGreaterThan(0)
      expect(plain(closed)).toEqual(wanted)
      expect(new Set(closed.map((bar) => bar.time)).size).toBe(closed.length)
      expect(forming.length).toBeGreaterThan(closed.length)
      for (const bar of closed) expect(bar.time).toBeGreaterThan(begin - span - 1)
    },
  )

  test('trades make exactly the bar of their minute', async () => {
    const { provider, bars } = await market()
    for (const symbol of ['AAPL', 'BTC/USD', 'DOGE/USD']) {
      const start = Date.UTC(2025, 5, 11, 14, 3)
      const events = await provider.stream.advance(
        [topic(provider, symbol, 'trades')],
        start - 1,
        start + minute - 1,
      )
      const trades = events.flatMap((event) => (event.type === 'trade' ? [event.trade] : []))
      const prices = trades.map(({ price }) => price)
      const bar = (await bars(symbol, { interval: '1m', start, end: start + minute })).at(0)
      expect([prices[0], Math.max(...prices), Math.min(...prices), prices.at(-1)]).toEqual([
        bar?.open,
        bar?.high,
        bar?.low,
        bar?.close,
      ])
      expect(trades.reduce((sum, { size }) => sum + size, 0)).toBe(bar?.volume)
      expect(trades.every(({ size }) => size > 0)).toBe(true)
    }
  })

  test('the forming bar is the same from history and from the feed', async () => {
    const { provider, bars } = await market()
    const at = Date.UTC(2025, 5, 11, 15, 20, 33)
    const [event] = await provider.stream.advance([topic(provider, 'AAPL', 'bars', '1h')], at - 30_000, at)
    const history = await bars('AAPL', { interval: '1h', start: at - day, end: at + day, now: at })
    expect(history.forming).toBe(true)
    expect(event?.type === 'bar' ? plain([event.bar]) : []).toEqual(plain([history.at(-1) ?? []].flat()))
  })

  test('a closed market is silent', async () => {
    const { provider } = await market()
    const saturday = Date.UTC(2025, 5, 14, 15)
    const topics = [
      topic(provider, 'AAPL', 'quotes'),
      topic(provider, 'AAPL', 'trades'),
      topic(provider, 'AAPL', 'bars', '1m'),
    ]
    expect(await provider.stream.advance(topics, saturday, saturday + minute)).toEqual([])
  })
})

test('a month of 31 days forms until its end', async () => {
  const { bars } = await market()
  const end = Date.UTC(2025, 4, 31, 23, 59)
  const ask = { interval: '1mo', start: end - 40 * day, end: end + 2 * day } as const
  expect((await bars('BTC/USD', { ...ask, now: end })).forming).toBe(true)
  expect((await bars('BTC/USD', { ...ask, end: Date.UTC(2025, 5, 1), now: end + day })).forming).toBe(false)
})

test('a quote agrees with the bars of its day', async () => {
  const { provider, bars } = await market()
  const context = { now, files, signal: new AbortController().signal }
  const instruments = [provider.symbols.fromProvider('AAPL')]
  const [quote] = await provider.getQuotes.answer(
    { instruments, symbols: ['AAPL'], now, numeric: 'number' },
    context,
  )
  const days = await bars('AAPL', { interval: '1d', start: now - 10 * day, end: now + 1 })
  const [before, today] = [days.at(-2), days.at(-1)]
  expect(quote).toMatchObject({
    last: today?.close,
    open: today?.open,
    high: today?.high,
    low: today?.low,
    volume: today?.volume,
    previousClose: before?.close,
    simulated: true,
    marketState: 'open',
  })
})

test('news says that it is simulated, agrees with the prices, and never knows the future', async () => {
  const { provider } = await market()
  const query = {
    text: undefined,
    instruments: [provider.symbols.fromProvider('NVDA')],
    symbols: ['NVDA'],
    start: now - 200 * day,
    end: undefined,
    limit: 50,
    now,
  }
  const news = await provider.getNews.answer(query)
  expect(news.length).toBeGreaterThan(5)
  for (const item of news) {
    expect(item.title).toMatch(/^\[Simulated\] /)
    expect(item.time).toBeLessThanOrEqual(now)
  }
  expect(new Set(news.map((item) => item.id)).size).toBe(news.length)
})

test('an instrument outside of the market is unknown, and one can be added', async () => {
  const ask = { interval: '1d', start: monday, end: monday + 5 * day } as const
  await expect((await market()).bars('ACME', ask)).rejects.toMatchObject({ code: 'UNKNOWN_SYMBOL' })
  const series = await (await market({ symbols: [{ symbol: 'ACME', price: 12 }] })).bars('ACME', ask)
  expect(series.length).toBe(5)
})

test('searching finds by symbol and by name, the exact symbol first', async () => {
  const { provider } = await market()
  const search = async (text: string) =>
    (await provider.searchSymbols.answer({ text, limit: 3, now })).map(({ instrument }) => instrument.symbol)
  expect((await search('btc-usd'))[0]).toBe('BTC/USD')
  expect((await search('coca cola'))[0] ?? (await search('coca'))[0]).toBe('KO')
  expect((await search('v'))[0]).toBe('V')
})

test('symbols map both ways', async () => {
  const { provider } = await market()
  for (const symbol of ['AAPL', 'BTC/USD', 'EUR/USD']) {
    expect(provider.symbols.toProvider(provider.symbols.fromProvider(symbol))).toBe(symbol)
  }
  expect(
    provider.symbols.toProvider({ assetClass: 'equity', id: 'equity:ACME', symbol: 'ACME' }),
  ).toBeUndefined()
})
