import type {
  CorporateAction,
  CorporateActions,
  Earnings,
  EarningsReport,
  FinancialStatement,
  Financials,
  Profile,
} from '../../market/index.ts'
import {
  type CorporateActionsQuery,
  type EarningsQuery,
  type FinancialsQuery,
  type HttpResponse,
  type ProfileQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { currencyOrNull, present, readBody, rowsOf } from './schema.ts'

export function readProfile(response: HttpResponse, query: ProfileQuery): Profile {
  const about = readBody(response, query).at('results')
  about.at('ticker').text()
  const identifiers = about.texts({
    cik: 'cik',
    figi: 'composite_figi',
    shareClassFigi: 'share_class_figi',
    sic: 'sic_code',
  })
  const locale = about.at('locale').textOrNull()
  const { weighted, shareClass, ...size } = about.numbers({
    employees: 'total_employees',
    marketCap: 'market_cap',
    weighted: 'weighted_shares_outstanding',
    shareClass: 'share_class_shares_outstanding',
  })
  return {
    instrument: query.instrument,
    sector: null,
    ...about.texts({
      name: 'name',
      description: 'description',
      industry: 'sic_description',
      website: 'homepage_url',
      exchange: 'primary_exchange',
    }),
    country: locale === 'global' ? null : (locale?.toUpperCase() ?? null),
    currency: currencyOrNull(about.at('currency_name')),
    ...size,
    sharesOutstanding: weighted ?? shareClass,
    identifiers: present(identifiers),
    source: sourceOf('massive', query),
  }
}

/** One page of dividends or of splits: a row says itself which it is. */
export function readCorporateActions(response: HttpResponse, query: CorporateActionsQuery): CorporateActions {
  const actions = rowsOf(readBody(response, query)).map(toAction)
  return { instrument: query.instrument, actions, source: sourceOf('massive', query) }
}

function toAction(wire: Wire): CorporateAction {
  if (wire.at('cash_amount').isAbsent && wire.at('ex_dividend_date').isAbsent) {
    return {
      type: 'split',
      date: wire.at('execution_date').date(),
      numerator: wire.at('split_to').number(),
      denominator: wire.at('split_from').number(),
    }
  }
  const dates = { payDate: 'pay_date', recordDate: 'record_date', declaredDate: 'declaration_date' }
  return {
    type: 'dividend',
    date: wire.at('ex_dividend_date').date(),
    amount: wire.at('cash_amount').number(),
    currency: currencyOrNull(wire.at('currency')),
    ...present(wire.fields(dates, (date) => date.dateOrNull())),
  }
}

export function joinCorporateActions(pages: readonly CorporateActions[], query: CorporateActionsQuery) {
  const actions = pages
    .flatMap((page) => page.actions)
    .filter(({ date }) => Date.parse(date) >= query.start - 86_400_000 && Date.parse(date) < query.end)
    .sort((a, b) => a.date.localeCompare(b.date))
  return { instrument: query.instrument, actions, source: sourceOf('massive', query) }
}

const lines: Readonly<Record<string, string>> = {
  revenues: 'revenue',
  cost_of_revenue: 'costOfRevenue',
  gross_profit: 'grossProfit',
  research_and_development: 'researchAndDevelopment',
  selling_general_and_administrative_expenses: 'sellingGeneralAndAdministration',
  operating_expenses: 'operatingExpenses',
  operating_income_loss: 'operatingIncome',
  interest_expense_operating: 'interestExpense',
  income_loss_from_continuing_operations_before_tax: 'pretaxIncome',
  income_tax_expense_benefit: 'incomeTax',
  net_income_loss: 'netIncome',
  basic_earnings_per_share: 'epsBasic',
  diluted_earnings_per_share: 'epsDiluted',
  basic_average_shares: 'sharesBasic',
  diluted_average_shares: 'sharesDiluted',
  assets: 'totalAssets',
  current_assets: 'currentAssets',
  cash: 'cash',
  accounts_receivable: 'receivables',
  inventory: 'inventory',
  liabilities: 'totalLiabilities',
  current_liabilities: 'currentLiabilities',
  accounts_payable: 'accountsPayable',
  long_term_debt: 'longTermDebt',
  equity: 'equity',
  net_cash_flow_from_operating_activities: 'operatingCashFlow',
  net_cash_flow_from_investing_activities: 'investingCashFlow',
  net_cash_flow_from_financing_activities: 'financingCashFlow',
}

const statements = [
  ['income', 'income_statement'],
  ['balance', 'balance_sheet'],
  ['cash-flow', 'cash_flow_statement'],
] as const

export function readFinancials(response: HttpResponse, query: FinancialsQuery): Financials {
  const filings = rowsOf(readBody(response, query))
  return {
    instrument: query.instrument,
    statements: filings
      .flatMap((filing) => toStatements(filing, query))
      .sort((a, b) => a.endDate.localeCompare(b.endDate)),
    source: sourceOf('massive', query),
  }
}

function toStatements(filing: Wire, query: FinancialsQuery): FinancialStatement[] {
  const filedDate = filing.at('filing_date').dateOrNull()
  const found: FinancialStatement[] = []
  for (const [statement, name] of statements) {
    const wire = filing.at('financials').at(name)
    const values: Record<string, number> = {}
    let unit: string | null = null
    for (const [line, cell] of wire.isAbsent ? [] : wire.entries()) {
      const ours = lines[line]
      if (!ours || cell.at('value').isAbsent) continue
      values[ours] = cell.at('value').number()
      // Per-share lines say `USD / shares`.
      unit ??= cell.at('unit').textOrNull()?.split(' ')[0] ?? null
    }
    if (Object.keys(values).length === 0) continue
    found.push({
      statement,
      period: query.period,
      endDate: filing.at('end_date').date(),
      ...(filedDate && { filedDate }),
      currency: unit,
      values,
    })
  }
  return found
}

/** Benzinga's calendar, which Massive sells beside its own data. */
export function readEarnings(response: HttpResponse, query: EarningsQuery): Earnings {
  const rows = rowsOf(readBody(response, query))
  const reports = rows.map(toReport).sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
  const isPast = ({ epsActual, revenueActual, date }: EarningsReport) =>
    epsActual !== null || revenueActual !== null || Date.parse(date ?? '') < query.now - 86_400_000
  return {
    instrument: query.instrument,
    history: reports.filter(isPast),
    upcoming: reports.filter((report) => !isPast(report)),
    currency: rows[0]?.at('currency').textOrNull() ?? null,
    source: sourceOf('massive', query),
  }
}

// Its clock time is left out: the page does not say of which zone.
function toReport(wire: Wire): EarningsReport {
  const figures = wire.numbers({
    epsActual: 'actual_eps',
    epsEstimate: 'estimated_eps',
    revenueActual: 'actual_revenue',
    revenueEstimate: 'estimated_revenue',
  })
  const { epsActual, epsEstimate } = figures
  const surprise =
    epsActual === null || !epsEstimate ? null : ((epsActual - epsEstimate) / Math.abs(epsEstimate)) * 100
  return {
    date: wire.at('date').dateOrNull(),
    period: null,
    ...figures,
    surprisePercent: surprise === null ? null : Number(surprise.toPrecision(7)),
  }
}
