import type { Earnings, EarningsReport } from '../../market/index.ts'
import { type EarningsQuery, type HttpResponse, sourceOf, Wire } from '../../provider/index.ts'
import { alphaVantageError } from './errors.ts'
import { amountOrNull, dateOrNull, readSymbolBody, textOrNull } from './schema.ts'

const moments: Readonly<Record<string, EarningsReport['when']>> = {
  'pre-market': 'before-open',
  'post-market': 'after-close',
}

/** What was reported, as JSON, or what is to come, as CSV: one request each. */
export function readEarnings(response: HttpResponse, query: EarningsQuery): Earnings {
  if (isCalendar(response)) return earningsOf(query, [], readCalendar(response, query))
  const quarters = readSymbolBody(response, query).at('quarterlyEarnings').items()
  return earningsOf(query, quarters.map(toReport), [])
}

export function joinEarnings(pages: readonly Earnings[], query: EarningsQuery): Earnings {
  const all = (name: 'history' | 'upcoming') => pages.flatMap((page) => page[name])
  const currency = pages.find((page) => page.currency !== null)?.currency ?? null
  return { ...earningsOf(query, all('history'), all('upcoming')), currency }
}

type Dated = EarningsReport & { currency?: string | null }

function earningsOf(
  query: EarningsQuery,
  history: readonly EarningsReport[],
  upcoming: readonly Dated[],
): Earnings {
  const byPeriod = (a: EarningsReport, b: EarningsReport) => (a.period ?? '').localeCompare(b.period ?? '')
  return {
    instrument: query.instrument,
    history: history.toSorted(byPeriod),
    upcoming: upcoming.map(({ currency: _, ...report }) => report).toSorted(byPeriod),
    currency: upcoming[0]?.currency ?? null,
    source: sourceOf('alpha-vantage', query),
  }
}

function toReport(wire: Wire): EarningsReport {
  const when = moments[textOrNull(wire.at('reportTime')) ?? '']
  return {
    date: dateOrNull(wire.at('reportedDate')),
    period: wire.at('fiscalDateEnding').date(),
    revenueActual: null,
    revenueEstimate: null,
    ...wire.fields(
      { epsActual: 'reportedEPS', epsEstimate: 'estimatedEPS', surprisePercent: 'surprisePercentage' },
      amountOrNull,
    ),
    ...(when && { when }),
  }
}

/** The calendar is the one answer that is no JSON: its first line names the columns. */
function isCalendar({ text }: HttpResponse): boolean {
  return /^\s*symbol,name,/.test(text)
}

/**
 * `symbol,name,reportDate,fiscalDateEnding,estimate,currency[,timeOfTheDay]`; without a date to come there is the first line
 * alone.
 */
function readCalendar(response: HttpResponse, query: EarningsQuery): Dated[] {
  const error = alphaVantageError(response, query)
  if (error) throw error
  const [header = '', ...lines] = response.text.trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line, index) => {
    const values = fieldsOf(line)
    const path = `[${index}]`
    const row = new Wire('alpha-vantage', values, path)
    if (values.length !== names.length) throw row.unlike(`${names.length} fields`)
    const cells = Object.fromEntries(names.map((name, at) => [name, values[at]]))
    return toDated(new Wire('alpha-vantage', cells, path))
  })
}

function toDated(wire: Wire): Dated {
  const when = moments[textOrNull(wire.at('timeOfTheDay')) ?? '']
  return {
    date: wire.at('reportDate').date(),
    period: wire.at('fiscalDateEnding').date(),
    epsActual: null,
    epsEstimate: amountOrNull(wire.at('estimate')),
    revenueActual: null,
    revenueEstimate: null,
    surprisePercent: null,
    currency: textOrNull(wire.at('currency')),
    ...(when && { when }),
  }
}

/** The fields of a line; a name with a comma stands in quotes. */
function fieldsOf(line: string): string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )
}
