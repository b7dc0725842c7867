import { adjustSeries } from '../../../market/adjust.ts'
import {
  type Adjustment,
  BarSeries,
  type CorporateAction,
  type EarningsReport,
  equity,
  type FinancialStatement,
  type NewsItem,
  parseInterval,
} from '../../../market/index.ts'
import { createRandom } from '../../../testing/random.ts'
import type { ToolSources } from '../tool.ts'
import { dayMs, dayOf, factsOf, newsOf, profileOf, quoteOf, sourceAt } from './answers.ts'

const instrument = equity('AAPL')

export type WorldOptions = {
  /** What bars are adjusted for when nothing is asked. @default 'splits' */
  restates?: Adjustment
  /** What no source has. @default nothing */
  without?: readonly (keyof ToolSources)[]
}

/**
 * What sources say at `now` of a share whose past, up to `asOf`, follows from one seed, and whose later days from another:
 * later prices, splits that restate the earlier ones, corrected statements, dividends of another currency, news.
 */
export function worldOf(
  { asOf, now, past, future }: { asOf: number; now: number; past: number; future: number },
  { restates = 'splits', without = [] }: WorldOptions = {},
): ToolSources {
  const before = createRandom(past)
  const after = createRandom(future)
  const source = sourceAt(now)
  const first = Math.floor(asOf / dayMs) * dayMs - 500 * dayMs
  const lastDay = Math.floor(now / dayMs) * dayMs
  const from = (time: number) => (time > asOf ? after : before)
  // What carries a date alone is known once that day is over everywhere.
  const fromDay = (time: number) => from(Math.floor(time / dayMs) * dayMs + 36 * 3_600_000)

  const prices = new Map<number, number>()
  for (let day = first; day <= lastDay; day += dayMs)
    prices.set(day, Math.round(1_000 + 9_000 * from(day + dayMs).next()) / 100)

  const splits: CorporateAction[] = []
  const dividends: CorporateAction[] = []
  for (let day = first + 90 * dayMs; day <= lastDay + 90 * dayMs; day += 45 * dayMs) {
    const random = from(day)
    if (random.next() < 0.3)
      splits.push({ type: 'split', date: dayOf(day), numerator: random.pick([2, 3, 5]), denominator: 1 })
    const declared = day - random.below(40) * dayMs
    const teller = fromDay(declared)
    dividends.push({
      type: 'dividend',
      date: dayOf(day + 10 * dayMs),
      declaredDate: dayOf(declared),
      amount: Math.round(100 * teller.next() + 1) / 100,
      currency: teller === after ? after.pick(['USD', 'EUR']) : 'USD',
    })
  }
  const actions = [...splits, ...dividends]

  const statements: FinancialStatement[] = []
  for (let end = first; end <= lastDay; end += 91 * dayMs) {
    for (const lateness of [40, 40 + before.below(200)]) {
      const filed = end + lateness * dayMs
      const random = fromDay(filed)
      statements.push({
        statement: random.pick(['income', 'balance', 'cash-flow']),
        period: 'quarterly',
        endDate: dayOf(end),
        filedDate: dayOf(filed),
        currency: random === after ? after.pick(['USD', 'EUR']) : 'USD',
        values: {
          revenue: random.below(1e6),
          [random.pick(['netIncome', 'grossProfit'])]: random.below(1e5),
        },
      })
    }
  }

  const reportOn = (day: number): EarningsReport => {
    const random = fromDay(day)
    const figure = () => Math.round(random.next() * 400) / 100
    return {
      ...{ date: dayOf(day), period: dayOf(day - 30 * dayMs), epsActual: figure(), epsEstimate: figure() },
      ...{ revenueActual: figure(), revenueEstimate: figure(), surprisePercent: figure() },
    }
  }
  const reports: EarningsReport[] = []
  for (let day = first; day <= lastDay; day += 60 * dayMs) reports.push(reportOn(day))

  const stories = [
    ...['raises its forecast', 'cuts its dividend', 'is sued by a rival', 'opens a plant in Leeds'],
    ...['names a new chief', 'buys a maker of chips', 'recalls a charger', 'misses estimates'],
  ]
  const news = Array.from({ length: 60 }, (_, index): NewsItem => {
    const time = asOf + Math.floor((index - 40) * 0.4 * dayMs)
    const random = from(time)
    const title = `AAPL ${random.pick(stories)}`
    const provider = random.pick(['a', 'b'])
    return newsOf(
      { id: `${index}-${random.below(1e9)}`, time, title, instruments: [instrument], provider },
      index,
    )
  })
  // A careless source answers in any order.
  news.sort(() => after.next() - 0.5)

  const sources: ToolSources = {
    async getBars({ interval, adjustment = restates }) {
      const { ms, isDaily } = parseInterval(interval)
      const opens: number[] = []
      const begin = isDaily ? first : Math.floor(asOf / ms) * ms - 300 * ms
      for (let open = begin; open <= Math.min(now, begin + 900 * ms); open += ms) opens.push(open)
      const close = Float64Array.from(opens, (open) => {
        if (isDaily) return prices.get(open) ?? 100
        const random = createRandom(((open / ms) % 100_003) + (open + ms > asOf ? future : past))
        return Math.round(10_000 * random.next() + 1_000) / 100
      })
      const raw = new BarSeries(
        { ...factsOf(instrument, interval, now), forming: false },
        {
          time: Float64Array.from(opens),
          ...{ open: close, high: close, low: close, close },
          volume: Float64Array.from(close, (price) => Math.round(price * 7) * 60),
        },
      )
      return adjustSeries(raw, actions, adjustment)
    },
    async getQuote() {
      const last = after.below(1e6)
      return quoteOf(instrument, `World ${last}`, last, now, now)
    },
    async getProfile() {
      const size = after.below(1e9)
      return profileOf(instrument, `World ${size}`, size, now)
    },
    getFinancials: async () => ({ instrument, statements, source }),
    getEarnings: async () => ({
      ...{ instrument, history: reports, upcoming: [reportOn(lastDay + 20 * dayMs)] },
      ...{ currency: 'USD', source },
    }),
    getCorporateActions: async () => ({ instrument, actions, source }),
    getMarketStatus: async ({ market = 'XNYS' } = {}) => ({
      ...{ market, state: after.pick(['open', 'closed']), time: asOf, nextChange: now + after.below(dayMs) },
      source,
    }),
    getNews: async () => news,
  }
  for (const name of without) delete sources[name]
  return sources
}
