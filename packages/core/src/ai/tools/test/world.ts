import fc from 'fast-check'
import {
  BarSeries,
  type CorporateAction,
  type EarningsReport,
  type FinancialStatement,
  type InstrumentInput,
  type NewsItem,
  parseInstrument,
  parseInterval,
  type Source,
} from '../../../market/index.ts'
import type { ToolSources } from '../tool.ts'

export const dayMs = 86_400_000
/** What nobody could know at the as-of instant: a size, a year and a word that appear nowhere else. */
const poison = 9.8765e14
const poisonDate = '2099-09-09'
export const poisonWord = 'POISON'
export const isPoison = (value: number, unit: string) =>
  unit === 'date' || unit === 'time' ? value > Date.UTC(2090, 0, 1) : Math.abs(value) > 1e12

export const begin = Date.UTC(2024, 0, 1)
export const days = 400
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
const source = (now: number): Source => ({ provider: 'world', fetchedAt: now, delayedMs: 0, attempts: [] })

/**
 * A world that answers with everything it ever will know, whatever range is asked for. Whatever became known after `asOf`
 * is poison.
 */
export function worldAt(asOf: number, now: number, salt: number): ToolSources {
  const noise = (index: number) => ((index * 7919 + salt * 104_729) % 1000) / 1000
  const isLive = asOf >= now
  const known = (time: number, value: number) => (time > asOf ? poison * (1 + noise(salt)) : value)
  const instrumentOf = (symbol: InstrumentInput) =>
    typeof symbol === 'string' ? parseInstrument(symbol) : symbol
  const from = source(now)

  return {
    async getBars({ symbol, interval }) {
      const { ms: span, isDaily } = parseInterval(interval)
      const first = isDaily ? begin : asOf - Math.floor((250 + noise(1) * 20) * span)
      const begun = Math.floor((asOf - first) / span) + 1
      // A live source ends with the bar under way; a careless one goes on.
      const endsNow = isLive && noise(3) < 0.5
      const length = endsNow ? begun : isDaily ? Math.ceil((days * dayMs) / span) : 300
      const time = Float64Array.from({ length }, (_, index) => first + index * span)
      const column = (offset: number) =>
        Float64Array.from(time, (open, index) => known(open + span, 100 + offset + 10 * noise(index)))
      return new BarSeries(
        {
          instrument: instrumentOf(symbol),
          interval,
          timeZone: 'UTC',
          currency: 'USD',
          priceScale: 1,
          adjustment: 'raw',
          source: from,
          gaps: [],
          issues: [],
          simulated: false,
          forming: endsNow,
        },
        { time, open: column(1), high: column(20), low: column(-20), close: column(0), volume: column(900) },
      )
    },
    async getQuote({ symbol }) {
      const time = asOf + Math.floor((noise(4) - 0.5) * 2 * dayMs)
      const last = known(time, 100)
      const sizes = { bid: last, bidSize: last, ask: last, askSize: last, volume: last }
      const prices = {
        open: last,
        high: last,
        low: last,
        previousClose: last,
        change: last,
        changePercent: last,
      }
      return {
        ...{ instrument: instrumentOf(symbol), name: 'World Inc', last, time, ...sizes, ...prices },
        ...{ currency: 'USD', priceScale: 1, marketState: null, source: from, simulated: false },
      }
    },
    async getProfile({ symbol }) {
      const size = isLive ? 5e9 : poison
      return {
        ...{ instrument: instrumentOf(symbol), name: 'World Inc', description: null, sector: null },
        ...{ industry: null, country: null, website: null, employees: size, exchange: null, currency: 'USD' },
        ...{ marketCap: size, sharesOutstanding: size, identifiers: {}, source: from },
      }
    },
    async getFinancials({ symbol, period = 'annual' }) {
      const statements = Array.from({ length: 16 }, (_, index): FinancialStatement => {
        const ended = begin + index * 30 * dayMs
        const filed = ended + Math.floor(noise(index) * 90) * dayMs
        const isDated = noise(index + 7) < 0.7
        const knownAt = isDated ? filed : isLive ? ended : Number.POSITIVE_INFINITY
        return {
          statement: (['income', 'balance', 'cash-flow'] as const)[index % 3] ?? 'income',
          period,
          endDate: iso(ended),
          ...(isDated && { filedDate: iso(filed) }),
          currency: 'USD',
          values: { revenue: known(knownAt, 1e6 + index), netIncome: known(knownAt, 1e5), sharesBasic: 1e7 },
        }
      })
      return { instrument: instrumentOf(symbol), statements, source: from }
    },
    async getEarnings({ symbol }) {
      const report = (index: number): EarningsReport => {
        const day = begin + index * 30 * dayMs
        const figure = known(day, 2)
        return {
          date: noise(index) < 0.8 ? iso(day) : null,
          period: iso(day),
          ...{ epsActual: figure, epsEstimate: figure, revenueActual: figure, revenueEstimate: figure },
          surprisePercent: figure,
        }
      }
      const ahead: EarningsReport = {
        ...{ date: isLive ? iso(asOf + 9 * dayMs) : poisonDate, period: null, epsActual: null },
        ...{
          epsEstimate: isLive ? 2 : poison,
          revenueActual: null,
          revenueEstimate: null,
          surprisePercent: null,
        },
      }
      const history = Array.from({ length: 14 }, (_, index) => report(index))
      return { instrument: instrumentOf(symbol), history, upcoming: [ahead], currency: 'USD', source: from }
    },
    async getCorporateActions({ symbol }) {
      const actions = Array.from({ length: 14 }, (_, index): CorporateAction => {
        const ex = begin + index * 30 * dayMs
        const declared = ex - Math.floor(noise(index) * 60) * dayMs
        const isDated = noise(index + 3) < 0.6
        const knownAt = isDated ? declared : isLive ? 0 : ex
        return {
          type: 'dividend',
          date: iso(ex),
          amount: known(knownAt, 0.5),
          currency: 'USD',
          ...(isDated && { declaredDate: iso(declared) }),
          payDate: knownAt > asOf ? poisonDate : iso(ex + 14 * dayMs),
        }
      })
      return { instrument: instrumentOf(symbol), actions, source: from }
    },
    async getMarketStatus({ market = 'XNYS' } = {}) {
      const time = asOf + Math.floor((noise(5) - 0.5) * 1000)
      const nextChange = time > asOf || !isLive ? Date.parse(poisonDate) : asOf + 3_600_000
      return { market, state: 'open', time, nextChange, source: from }
    },
    async getNews({ symbols = [] } = {}) {
      return Array.from({ length: 30 }, (_, index): NewsItem => {
        const time = asOf + Math.floor((noise(index) - 0.6) * 20 * dayMs)
        const words =
          time > asOf ? `${poisonWord} bankruptcy fraud` : 'raises its forecast after strong sales'
        return {
          id: `${salt}-${index}`,
          time,
          title: `Item ${index * 37 + salt} of ${'abcdefgh'.charAt(index % 8)}${index}: AAPL ${words}`,
          summary: null,
          url: `https://world.invalid/${index}`,
          source: 'wire',
          ...{ author: null, imageUrl: null, instruments: symbols.map(instrumentOf), language: 'en' },
          ...{ truncated: false, provider: 'world' },
        }
      })
    },
  }
}

const symbol = fc.constantFrom('AAPL', 'BTC/USD')
const interval = fc.constantFrom('1m', '15m', '1h', '1d', '1w')
const rows = fc.integer({ min: 1, max: 12 })
const operand = fc.record({
  name: fc.constantFrom('close', 'volume', 'RSI', 'SMA', 'BBANDS'),
  period: fc.constantFrom(null, 5, 20),
  output: fc.constant(null),
})
/** Calls of every tool. */
export const inputs = {
  quote: fc.record({ symbol }),
  bars: fc.record({ symbol, interval, rows }),
  indicator: fc.record({
    ...{ symbol, interval, rows },
    name: fc.constantFrom('RSI', 'MACD', 'BBANDS', 'SMA', 'ATR'),
    period: fc.constantFrom(null, 5),
  }),
  screen: fc.record({
    symbols: fc.constantFrom(null, ['AAPL', 'BTC/USD', 'MSFT']),
    interval: fc.constantFrom('1h', '1d', '1w'),
    conditions: fc.array(
      fc.record({
        left: operand,
        relation: fc.constantFrom('above', 'below'),
        right: fc.constant(null),
        value: fc.constantFrom(-1e20, 50, 1e20),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fundamentals: fc.record({
    symbol: fc.constant('AAPL'),
    kind: fc.constantFrom('profile', 'financials', 'earnings'),
    period: fc.constantFrom(null, 'quarterly'),
    statement: fc.constantFrom(null, 'income'),
    rows,
  }),
  news_search: fc.record({
    symbols: fc.constantFrom(null, ['AAPL', 'MSFT']),
    text: fc.constantFrom(null, 'sales'),
    days: fc.integer({ min: 1, max: 30 }),
  }),
  sentiment_summary: fc.record({
    symbols: fc.constantFrom(null, ['AAPL']),
    days: fc.integer({ min: 1, max: 30 }),
  }),
  calendar: fc.record({
    kind: fc.constantFrom('market', 'earnings', 'dividends'),
    market: fc.constantFrom(null, 'XNYS', 'XTKS'),
    symbol: fc.constant('AAPL'),
    rows,
  }),
}
