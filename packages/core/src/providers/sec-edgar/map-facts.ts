import { UnsupportedError } from '../../errors/index.ts'
import type { FinancialStatement, Financials } from '../../market/index.ts'
import { type FinancialsQuery, type HttpResponse, sourceOf, type Wire } from '../../provider/index.ts'
import { lines } from './lines.ts'
import { provider, readBody } from './schema.ts'

const dayMs = 86_400_000

/** One reported number. */
type Fact = {
  line: string
  /** Of several tags for one line the first that a filing has is taken. */
  rank: number
  statement: FinancialStatement['statement']
  unit: string
  /** Days; `undefined` for what stands at the end of the period. */
  span: number | undefined
  end: string
  filed: string
  accession: string
  form: string
  value: number
}

/** Numbers that were first told of one period by one filing. */
type Filed = { filed: string; accession: string; facts: Fact[] }

/**
 * Statements as they were first filed: of every period the numbers of the filing that told it first, so that nothing in them was
 * known only later. Lines that a company tells of longer stretches only, like the cash flows of a second quarter, are not in
 * its quarters.
 *
 * @throws {UnsupportedError} `trailing`, which no filing holds
 */
export function readFinancials(response: HttpResponse, query: FinancialsQuery): Financials {
  assertFiled(query)
  const body = readBody(response, query)
  body.at('entityName').text()
  const facts = factsOf(body.at('facts'))
  const periods = new Map<string, Filed>()
  for (const fact of facts) {
    if (!isOf(fact, query.period)) continue
    const key = `${fact.statement} ${fact.end}`
    const known = periods.get(key)
    if (!known || isBefore(fact, known)) {
      periods.set(key, { filed: fact.filed, accession: fact.accession, facts: [fact] })
    } else if (known.accession === fact.accession) known.facts.push(fact)
  }
  return {
    instrument: query.instrument,
    statements: [...periods.values()]
      .map(({ filed, facts: told }) => toStatement(told, filed, query))
      // A lone number of an older date stands in many balance sheets: it makes no statement.
      .filter(({ statement, values }) => statement !== 'balance' || values.totalAssets !== undefined)
      .sort((a, b) => a.endDate.localeCompare(b.endDate)),
    source: sourceOf(provider, query),
  }
}

/** @throws {UnsupportedError} a period that no filing is about */
export function assertFiled({ period }: Pick<FinancialsQuery, 'period'>): void {
  if (period !== 'trailing') return
  throw new UnsupportedError('sec-edgar has what was filed: years and quarters.', { provider })
}

function isBefore(fact: Fact, { filed, accession }: Filed): boolean {
  return fact.filed < filed || (fact.filed === filed && fact.accession < accession)
}

/** A year is told by annual reports; a quarter by any, its balance sheet by the annual one for the last of a year. */
function isOf({ span, form }: Fact, period: FinancialsQuery['period']): boolean {
  const isAnnualReport = /^(10-K|20-F|40-F)/.test(form)
  if (period === 'annual') return isAnnualReport && (span === undefined || (span > 340 && span < 385))
  return span === undefined || (span > 75 && span < 105)
}

function toStatement(
  facts: readonly Fact[],
  filedDate: string,
  { period }: FinancialsQuery,
): FinancialStatement {
  const values: Record<string, number> = {}
  const ranks = new Map<string, number>()
  for (const { line, rank, value } of facts) {
    if (rank >= (ranks.get(line) ?? Number.POSITIVE_INFINITY)) continue
    ranks.set(line, rank)
    values[line] = value
  }
  const [first] = facts
  const unit = facts.find((fact) => /^[A-Z]{3}$/.test(fact.unit))?.unit ?? null
  return {
    statement: first?.statement ?? 'income',
    period,
    endDate: first?.end ?? '',
    filedDate,
    currency: unit,
    values,
  }
}

function factsOf(taxonomies: Wire): Fact[] {
  const facts: Fact[] = []
  for (const [taxonomy, tags] of taxonomies.entries()) {
    const known = lines[taxonomy]
    if (!known) continue
    for (const [tag, about] of tags.entries()) {
      const place = known.get(tag)
      if (!place) continue
      for (const [unit, rows] of about.at('units').entries()) {
        for (const row of rows.items()) facts.push({ ...place, unit, ...factOf(row) })
      }
    }
  }
  return facts
}

function factOf(row: Wire): Pick<Fact, 'span' | 'end' | 'filed' | 'accession' | 'form' | 'value'> {
  const start = row.at('start').dateOrNull()
  const end = row.at('end').date()
  return {
    span: start === null ? undefined : (Date.parse(end) - Date.parse(start)) / dayMs,
    end,
    filed: row.at('filed').date(),
    accession: row.at('accn').text(),
    form: row.at('form').text(),
    value: row.at('val').number(),
  }
}
