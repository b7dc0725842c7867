import * as z from 'zod/mini'
import { BadRequestError, NoDataError, StarkMatterError, UnsupportedError } from '../../errors/index.ts'
import {
  type ExchangeCalendar,
  marketStateAt,
  tradingDays,
  xetr,
  xhkg,
  xlon,
  xnas,
  xnys,
  xtks,
} from '../../market/calendar/index.ts'
import { type CalendarDay, type CorporateAction, dateInZone, type MarketStatus } from '../../market/index.ts'
import type { EvidenceContent } from '../evidence/evidence.ts'
import { defineTool } from './defineTool.ts'
import { isLive, momentOf, wasPublic } from './isLive.ts'
import { dateColumn, isAhead, reportsByDate } from './knownDates.ts'
import type { ToolContext } from './tool.ts'

const dayMs = 86_400_000

/** The SDK's own rules, by MIC: where no provider is asked, or none answers. */
const rules = new Map<string, ExchangeCalendar>(
  [xnys, xnas, xlon, xetr, xtks, xhkg].map((calendar) => [calendar.id, calendar]),
)

const input = z.object({
  kind: z.enum(['market', 'earnings', 'dividends']),
  /** Of `market`. */
  market: z.nullable(z.enum(['XNYS', 'XNAS', 'XLON', 'XETR', 'XTKS', 'XHKG'])),
  /** Of the others. */
  symbol: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
  rows: z.int().check(z.minimum(1), z.maximum(30)),
})

type Question = z.infer<typeof input>

/**
 * Sessions and dates. What lies ahead is told in a live run, where it is announced by now, and in a run about the past only
 * where its announcement is dated before.
 */
export const calendarTool = defineTool({
  name: 'calendar',
  description:
    'Dates: "market" (whether an exchange is open, when that changes, its last sessions), "earnings" (report dates of a company), or "dividends" (ex-dates and amounts).',
  input,
  async run(question, context) {
    const { kind, rows } = question
    const evidence =
      kind === 'market'
        ? await market(question, context)
        : kind === 'earnings'
          ? await earnings(question, context)
          : await dividends(question, context)
    const found = evidence.filter(({ asOf, metrics }) => asOf.length > 0 && metrics.length > 0)
    if (found.length === 0) throw new NoDataError('No such dates are known.')
    return { evidence: found, next: { ...question, rows: Math.max(1, Math.floor(rows / 2)) } }
  },
})

async function market(question: Question, context: ToolContext): Promise<EvidenceContent[]> {
  const mic = question.market ?? 'XNYS'
  const calendar = rules.get(mic)
  if (!calendar) throw new UnsupportedError(`There is no calendar of ${mic}.`)
  const provider = isLive(context) ? await statusOf(mic, context) : undefined
  const { asOf } = context
  const ruled = marketStateAt(calendar, asOf)
  const state = provider?.state ?? ruled.state
  const change = provider ? provider.nextChange : ruled.nextChange
  const today = dateInZone(asOf, calendar.timeZone)
  // The past knew the hours of its own day. Later days may have been closed by what nobody foresaw.
  const foreseen = change !== null && (isLive(context) || dateInZone(change, calendar.timeZone) === today)
  const shared = {
    tool: 'calendar',
    subject: `market:${mic}`,
    fetchedAt: new Date(context.now).toISOString(),
  }
  const status: EvidenceContent = {
    ...shared,
    provider: provider?.source.provider ?? 'starkmatter',
    asOf: [momentOf(context)],
    metrics: [
      { name: 'isOpen', unit: '1', values: [state === 'open' ? 1 : 0] },
      { name: 'isExtendedHours', unit: '1', values: [state === 'pre' || state === 'post' ? 1 : 0] },
      ...(foreseen ? [{ name: 'nextChange', unit: 'time', values: [change] }] : []),
    ],
  }
  const from = dateInZone(asOf - (question.rows * 1.6 + 10) * dayMs, calendar.timeZone)
  const days = tradingDays(calendar, from, today).flatMap((day) => sessionOf(day, asOf))
  const shown = days.slice(-question.rows)
  const sessions: EvidenceContent = {
    ...shared,
    provider: 'starkmatter',
    asOf: shown.map(({ date }) => date),
    metrics: [
      { name: 'sessionOpen', unit: 'time', values: shown.map(({ open }) => open) },
      { name: 'sessionClose', unit: 'time', values: shown.map(({ close }) => close) },
      { name: 'closesEarly', unit: '1', values: shown.map(({ early }) => (early ? 1 : 0)) },
    ],
  }
  return [status, sessions]
}

/** A session that has begun, with the date as its row. */
function sessionOf({ date, session }: CalendarDay, asOf: number) {
  return session && session.open <= asOf && Date.parse(date) <= asOf ? [{ date, ...session }] : []
}

/** What a provider says of the present: it may know of a halt that no rule foresees. */
async function statusOf(mic: string, context: ToolContext): Promise<MarketStatus | undefined> {
  const { sources, signal, timeoutMs } = context
  if (!sources.getMarketStatus) return undefined
  try {
    const status = await sources.getMarketStatus({ market: mic, signal, timeoutMs })
    return status.time <= context.asOf ? status : undefined
  } catch (error) {
    if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
    return undefined
  }
}

async function earnings({ symbol, rows }: Question, context: ToolContext): Promise<EvidenceContent[]> {
  const { sources, signal, timeoutMs } = context
  if (symbol === null) throw new BadRequestError('earnings needs a symbol.', { parameter: 'symbol' })
  if (!sources.getEarnings) throw new UnsupportedError('No provider of this client has earnings.')
  const found = await sources.getEarnings({ symbol, signal, timeoutMs })
  const shared = {
    tool: 'calendar',
    subject: found.instrument.id,
    provider: found.source.provider,
    fetchedAt: new Date(found.source.fetchedAt).toISOString(),
  }
  const out = reportsByDate(found.history, context).slice(-rows)
  const next = isLive(context)
    ? found.upcoming
        .map(({ date }) => date)
        .filter((date) => isAhead(date, context))
        .sort()[0]
    : undefined
  return [
    { ...shared, asOf: [momentOf(context)], metrics: dateColumn('nextReport', next) },
    {
      ...shared,
      asOf: out.map(([date]) => date),
      metrics: [{ name: 'reports', unit: 'reports', values: out.map(() => 1) }],
    },
  ]
}

type Dividend = Extract<CorporateAction, { type: 'dividend' }>

async function dividends({ symbol, rows }: Question, context: ToolContext): Promise<EvidenceContent[]> {
  const { sources, asOf, signal, timeoutMs } = context
  if (symbol === null) throw new BadRequestError('dividends needs a symbol.', { parameter: 'symbol' })
  if (!sources.getCorporateActions) {
    throw new UnsupportedError('No provider of this client has corporate actions.')
  }
  const found = await sources.getCorporateActions({
    symbol,
    start: asOf - Math.max(2 * 365, rows * 100) * dayMs,
    end: asOf + 120 * dayMs,
    signal,
    timeoutMs,
  })
  const shared = {
    tool: 'calendar',
    subject: found.instrument.id,
    provider: found.source.provider,
    fetchedAt: new Date(found.source.fetchedAt).toISOString(),
  }
  const all = found.actions.flatMap((action) => (action.type === 'dividend' ? [action] : []))
  const told = all.filter((one) => Date.parse(one.date) <= asOf && isAnnounced(one, context))
  const currency = told.at(-1)?.currency ?? null
  const splits = found.actions.flatMap((action) => (action.type === 'split' ? [action] : []))
  const paid = new Map(
    told
      .filter((one) => one.currency === currency)
      .map((one) => [one.date, inSharesOfThen(one, splits, asOf)] as const),
  )
  const past = [...paid].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-rows)
  const [next] = all
    .filter((one) => Date.parse(one.date) > asOf && isAnnounced(one, context))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return [
    {
      ...shared,
      asOf: past.map(([date]) => date),
      metrics: [{ name: 'dividend', unit: currency ?? '1', values: past.map(([, amount]) => amount) }],
    },
    {
      ...shared,
      asOf: next ? [momentOf(context)] : [],
      metrics: next
        ? [
            ...dateColumn('nextExDate', next.date),
            ...dateColumn('nextPayDate', next.payDate),
            { name: 'nextDividend', unit: next.currency ?? '1', values: [next.amount] },
          ]
        : [],
    },
  ]
}

type Split = Extract<CorporateAction, { type: 'split' }>

/** A dividend for one share of the as-of instant, like the prices beside it: a split between is no cut of the dividend. */
function inSharesOfThen({ amount, date }: Dividend, splits: readonly Split[], asOf: number): number {
  const ratio = splits
    .filter((split) => split.date > date && Date.parse(split.date) <= asOf)
    .reduce((product, { numerator, denominator }) => (product * numerator) / denominator, 1)
  return ratio === 1 ? amount : Number((amount / ratio).toPrecision(12))
}

/** Whether a dividend was public: by its declaration where that is dated, else by its ex-date, or by being told now. */
function isAnnounced({ date, declaredDate }: Dividend, context: ToolContext): boolean {
  if (declaredDate !== undefined) return wasPublic(declaredDate, context)
  return isLive(context) || Date.parse(date) <= context.asOf
}
