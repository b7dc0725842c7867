import { NoDataError } from '../../errors/index.ts'
import type { FinancialPeriod, FinancialStatement, Financials } from '../../market/index.ts'
import { type FinancialsQuery, type HttpResponse, sourceOf } from '../../provider/index.ts'
import { readResult } from './schema.ts'

// Yahoo's line, and ours where the name differs by more than its first letter.
const lines: Readonly<Record<FinancialStatement['statement'], string>> = {
  income:
    'TotalRevenue=revenue CostOfRevenue GrossProfit ResearchAndDevelopment SellingGeneralAndAdministration OperatingExpense=operatingExpenses OperatingIncome InterestExpense PretaxIncome TaxProvision=incomeTax NetIncome EBIT=ebit EBITDA=ebitda BasicEPS=epsBasic DilutedEPS=epsDiluted BasicAverageShares=sharesBasic DilutedAverageShares=sharesDiluted',
  balance:
    'TotalAssets CurrentAssets CashAndCashEquivalents=cash AccountsReceivable=receivables Inventory TotalLiabilitiesNetMinorityInterest=totalLiabilities CurrentLiabilities AccountsPayable LongTermDebt TotalDebt StockholdersEquity=equity RetainedEarnings',
  'cash-flow':
    'OperatingCashFlow CapitalExpenditure FreeCashFlow InvestingCashFlow FinancingCashFlow CashDividendsPaid=dividendsPaid DepreciationAndAmortization=depreciation',
}

const table = new Map(
  (['income', 'balance', 'cash-flow'] as const).flatMap((statement) =>
    lines[statement].split(' ').map((line) => {
      const [theirs = '', ours = theirs.charAt(0).toLowerCase() + theirs.slice(1)] = line.split('=')
      return [theirs, { statement, ours }] as const
    }),
  ),
)

/** Names of the series to ask for; a balance sheet has no trailing form. */
export function seriesNames(period: FinancialPeriod): string[] {
  return [...table]
    .filter(([, { statement }]) => period !== 'trailing' || statement !== 'balance')
    .map(([name]) => period + name)
}

/**
 * Statements by period, oldest first, gathered from one series a line.
 *
 * @throws {NoDataError} every series is empty: a fund, an index
 */
export function readFinancials(response: HttpResponse, query: FinancialsQuery): Financials {
  const statements = new Map<string, FinancialStatement & { values: Record<string, number> }>()
  for (const series of readResult(response, 'timeseries', query).items()) {
    const type = series.at('meta').at('type').at(0).text()
    const line = type.startsWith(query.period) ? table.get(type.slice(query.period.length)) : undefined
    if (!line) continue
    for (const point of series.at(type).itemsOrNone()) {
      if (point.isAbsent) continue
      const endDate = point.at('asOfDate').date()
      const key = `${endDate} ${line.statement}`
      const statement = statements.get(key) ?? {
        statement: line.statement,
        period: query.period,
        endDate,
        currency: point.at('currencyCode').textOrNull(),
        values: {},
      }
      statements.set(key, statement)
      statement.values[line.ours] = point.at('reportedValue').at('raw').number()
    }
  }
  if (statements.size === 0) {
    throw new NoDataError(`yahoo has no ${query.period} statements of "${query.symbol}".`, {
      provider: 'yahoo',
    })
  }
  return {
    instrument: query.instrument,
    statements: [...statements.values()].sort((a, b) => a.endDate.localeCompare(b.endDate)),
    source: sourceOf('yahoo', query),
  }
}
