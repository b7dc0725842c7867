import * as z from 'zod/mini'
import { NoDataError, UnsupportedError } from '../../errors/index.ts'
import type { EarningsReport, FinancialStatement } from '../../market/index.ts'
import type { EvidenceContent, EvidenceMetric, Unit } from '../evidence/evidence.ts'
import { defineTool } from './defineTool.ts'
import { isLive, momentOf, wasPublic } from './isLive.ts'
import { dateColumn, isAhead, reportsByDate } from './knownDates.ts'
import type { ToolContext } from './tool.ts'

const input = z.object({
  symbol: z.string().check(z.minLength(1), z.maxLength(60)),
  kind: z.enum(['profile', 'financials', 'earnings']),
  /** Of financials. */
  period: z.nullable(z.enum(['annual', 'quarterly', 'trailing'])),
  statement: z.nullable(z.enum(['income', 'balance', 'cash-flow'])),
  rows: z.int().check(z.minimum(1), z.maximum(12)),
})

type Question = z.infer<typeof input>

/**
 * What a company reports. In a run about the past a statement is known from its filing date on, and one without a filing
 * date is not known at all; a profile has no date, so that only a live run has one.
 */
export const fundamentalsTool = defineTool({
  name: 'fundamentals',
  description:
    'A company: "profile" (size), "financials" (statement lines by period end; `period` and `statement` choose, null is annual and all), or "earnings" (reported against estimated, by report date).',
  input,
  async run(question, context) {
    const { kind, rows } = question
    const evidence =
      kind === 'profile'
        ? await profile(question, context)
        : kind === 'financials'
          ? await financials(question, context)
          : await earnings(question, context)
    return { evidence, next: { ...question, rows: Math.max(1, Math.floor(rows / 2)) } }
  },
})

async function profile({ symbol }: Question, context: ToolContext): Promise<EvidenceContent> {
  const { sources, signal, timeoutMs } = context
  if (!sources.getProfile) throw new UnsupportedError('No provider of this client has profiles.')
  if (!isLive(context)) {
    throw new UnsupportedError('A profile says what is, not what was: it cannot be asked about the past.')
  }
  const found = await sources.getProfile({ symbol, signal, timeoutMs })
  const fields = [
    ['marketCap', found.currency ?? '1', found.marketCap],
    ['sharesOutstanding', 'shares', found.sharesOutstanding],
    ['employees', 'employees', found.employees],
  ] as const
  const metrics = fields.flatMap(([name, unit, value]) =>
    value === null ? [] : [{ name, unit, values: [value] }],
  )
  if (metrics.length === 0) throw new NoDataError(`There are no figures in the profile of ${symbol}.`)
  return {
    tool: 'fundamentals',
    subject: found.instrument.id,
    ...(found.name && { subjectName: found.name }),
    provider: found.source.provider,
    fetchedAt: new Date(found.source.fetchedAt).toISOString(),
    asOf: [momentOf(context)],
    metrics,
  }
}

async function financials(question: Question, context: ToolContext): Promise<EvidenceContent> {
  const { symbol, period: asked, statement: kind, rows } = question
  const { sources, signal, timeoutMs } = context
  if (!sources.getFinancials) throw new UnsupportedError('No provider of this client has statements.')
  const period = asked ?? 'annual'
  const found = await sources.getFinancials({ symbol, period, signal, timeoutMs })
  const asAsked = found.statements.filter(
    (one) => one.period === period && (kind === null || one.statement === kind),
  )
  const statements = asAsked.filter((one) => isKnownStatement(one, context)).sort(byFiling)
  if (statements.length === 0) {
    throw new NoDataError(
      asAsked.length > 0
        ? `No statement of ${symbol} is known to have been filed by then.`
        : `There are no ${period} statements of ${symbol}.`,
    )
  }
  const dates = [...new Set(statements.map(({ endDate }) => endDate))].sort().slice(-rows)
  const currency = statements.findLast((one) => one.currency !== null)?.currency ?? null
  const columns = new Map<string, (number | null)[]>()
  for (const { endDate, currency: own, values } of statements) {
    const row = dates.indexOf(endDate)
    if (row < 0 || (own !== null && own !== currency)) continue
    for (const [name, value] of Object.entries(values)) {
      if (!isMetricName(name) || !Number.isFinite(value)) continue
      const column = columns.get(name) ?? dates.map(() => null)
      column[row] = value
      columns.set(name, column)
    }
  }
  return {
    tool: 'fundamentals',
    subject: found.instrument.id,
    provider: found.source.provider,
    fetchedAt: new Date(found.source.fetchedAt).toISOString(),
    asOf: dates,
    metrics: [...columns].map(([name, values]) => ({ name, unit: unitOf(name, currency), values })),
  }
}

function isKnownStatement({ endDate, filedDate }: FinancialStatement, context: ToolContext): boolean {
  if (Date.parse(endDate) > context.asOf) return false
  return filedDate === undefined ? isLive(context) : wasPublic(filedDate, context)
}

/** A later filing corrects an earlier one; of two statements with a line of one name the income statement's stands. */
function byFiling(a: FinancialStatement, b: FinancialStatement): number {
  const rank = ['cash-flow', 'balance', 'income']
  const filed = (a.filedDate ?? '').localeCompare(b.filedDate ?? '')
  return rank.indexOf(a.statement) - rank.indexOf(b.statement) || filed
}

/** Lines have the project's names; whatever else a source sends is not shown to a model. */
function isMetricName(name: string): boolean {
  return /^[a-z][a-zA-Z0-9]{0,39}$/.test(name)
}

function unitOf(name: string, currency: string | null): Unit {
  if (/shares/i.test(name)) return 'shares'
  return currency ?? '1'
}

async function earnings({ symbol, rows }: Question, context: ToolContext): Promise<EvidenceContent[]> {
  const { sources, signal, timeoutMs } = context
  if (!sources.getEarnings) throw new UnsupportedError('No provider of this client has earnings.')
  const found = await sources.getEarnings({ symbol, signal, timeoutMs })
  const shared = {
    tool: 'fundamentals',
    subject: found.instrument.id,
    provider: found.source.provider,
    fetchedAt: new Date(found.source.fetchedAt).toISOString(),
  }
  const history = reportsByDate(found.history, context).slice(-rows)
  const money = found.currency ?? '1'
  const reported: EvidenceContent = {
    ...shared,
    asOf: history.map(([date]) => date),
    metrics: columnsOf(
      history.map(([, report]) => report),
      money,
      ['epsActual', 'epsEstimate', 'revenueActual', 'revenueEstimate', 'surprisePercent'],
    ),
  }
  // What is expected of the next report is told by the provider now; what was expected then nobody can say.
  const next = isLive(context) ? found.upcoming.find(({ date }) => isAhead(date, context)) : undefined
  const expected: EvidenceContent[] = next
    ? [
        {
          ...shared,
          asOf: [momentOf(context)],
          metrics: [
            ...dateColumn('nextReport', next.date),
            ...columnsOf([next], money, ['epsEstimate', 'revenueEstimate']),
          ],
        },
      ]
    : []
  const evidence = [reported, ...expected].filter(
    ({ asOf, metrics }) => asOf.length > 0 && metrics.length > 0,
  )
  if (evidence.length === 0) throw new NoDataError(`There are no earnings of ${symbol} known by then.`)
  return evidence
}

type Figure = 'epsActual' | 'epsEstimate' | 'revenueActual' | 'revenueEstimate' | 'surprisePercent'

function columnsOf(
  reports: readonly EarningsReport[],
  money: Unit,
  names: readonly Figure[],
): EvidenceMetric[] {
  return names.flatMap((name) => {
    const values = reports.map((report) => report[name])
    if (values.every((value) => value === null)) return []
    return [{ name, unit: name === 'surprisePercent' ? '%' : money, values }]
  })
}
