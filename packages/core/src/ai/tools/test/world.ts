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
} from '../../../market/index.ts'
import type { ToolSources } from '../tool.ts'
import { dayMs, dayOf, factsOf, newsOf, profileOf, quoteOf, sourceAt } from './answers.ts'

/** What nobody could know at the as-of instant: a size, a year and a word that appear nowhere else. */
const poison = 9.8765e14
const poisonDate = '2099-09-09'
export const poisonWord = 'POISON'
export const isPoison = (value: number, unit: string) =>
  unit === 'date' || unit === 'time' ? value > Date.UTC(2090, 0, 1) : Math.abs(value) > 1e12

export const begin = Date.UTC(2024, 0, 1)
export const days = 400

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
  const from = sourceAt(now)

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
        { ...factsOf(instrumentOf(symbol), interval, now), forming: endsNow },
        { time, open: column(1), high: column(20), low: column(-20), close: column(0), volume: column(900) },
      )
    },
    async getQuote({ symbol }) {
      const time = asOf + Math.floor((noise(4) - 0.5) * 2 * dayMs)
      const last = known(time, 100)
      return quoteOf(instrumentOf(symbol), 'World Inc', last, time, now)
    },
    getProfile: async ({ symbol }) =>
      profileOf(instrumentOf(symbol), 'World Inc', isLive ? 5e9 : poison, now),
    async getFinancials({ symbol, period = 'annual' }) {
      const statements = Array.from({ length: 16 }, (_, index): FinancialStatement => {
        const ended = begin + index * 30 * dayMs
        const filed = ended + Math.floor(noise(index) * 90) * dayMs
        const isDated = noise(index + 7) < 0.7
        const knownAt = isDated ? filed : isLive ? ended : Number.POSITIVE_INFINITY
        return {
          statement: (['income', 'balance', 'cash-flow'] as const)[index % 3] ?? 'income',
          period,
          endDate: dayOf(ended),
          ...(isDated && { filedDate: dayOf(filed) }),
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
          date: noise(index) < 0.8 ? dayOf(day) : null,
          period: dayOf(day),
          ...{ epsActual: figure, epsEstimate: figure, revenueActual: figure, revenueEstimate: figure },
          surprisePercent: figure,
        }
      }
      const ahead: EarningsReport = {
        ...{ date: isLive ? dayOf(asOf + 9 * dayMs) : poisonDate, period: null, epsActual: null },
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
          date: dayOf(ex),
          amount: known(knownAt, 0.5),
          currency: 'USD',
          ...(isDated && { declaredDate: dayOf(declared) }),
          payDate: knownAt > asOf ? poisonDate : dayOf(ex + 14 * dayMs),
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
        const title = `Item ${index * 37 + salt} of ${'abcdefgh'.charAt(index % 8)}${index}: AAPL ${words}`
        const instruments = symbols.map(instrumentOf)
        return newsOf({ id: `${salt}-${index}`, time, title, instruments, provider: 'world' }, index)
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
