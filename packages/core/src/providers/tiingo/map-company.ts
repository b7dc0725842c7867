import {
  type CorporateAction,
  type CorporateActions,
  type FinancialStatement,
  type Financials,
  fund,
  type Profile,
  type SymbolMatch,
} from '../../market/index.ts'
import {
  type CorporateActionsQuery,
  type FinancialsQuery,
  type HttpResponse,
  type ProfileQuery,
  type SearchQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { fromTiingo } from './symbols.ts'

export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const matches: SymbolMatch[] = []
  for (const wire of readBody(response, query).items()) {
    const ticker = wire.at('ticker').text()
    const isFund = wire.at('assetType').textOrNull() === 'Mutual Fund'
    const instrument = isFund ? fund(ticker.toUpperCase()) : fromTiingo(ticker)
    if (!instrument) continue
    matches.push({
      instrument,
      name: wire.at('name').textOrNull(),
      exchange: null,
      currency: 'quote' in instrument ? instrument.quote : null,
      score: null,
      provider: 'tiingo',
    })
  }
  return matches.slice(0, query.limit)
}

export function readProfile(response: HttpResponse, query: ProfileQuery): Profile {
  const about = readBody(response, query)
  about.at('ticker').text()
  return {
    instrument: query.instrument,
    ...about.texts({ name: 'name', description: 'description', exchange: 'exchangeCode' }),
    sector: null,
    industry: null,
    country: null,
    website: null,
    employees: null,
    currency: null,
    marketCap: null,
    sharesOutstanding: null,
    identifiers: {},
    source: sourceOf('tiingo', query),
  }
}

/** Days with a cash dividend or a split, of the daily prices. */
export function readCorporateActions(response: HttpResponse, query: CorporateActionsQuery): CorporateActions {
  const actions = readBody(response, query)
    .items()
    .flatMap((row): CorporateAction[] => {
      const date = new Date(row.at('date').instant()).toISOString().slice(0, 10)
      const amount = row.at('divCash').number()
      const numerator = row.at('splitFactor').number()
      return [
        ...(numerator === 1 ? [] : [{ type: 'split', date, numerator, denominator: 1 } as const]),
        ...(amount === 0 ? [] : [{ type: 'dividend', date, amount, currency: 'USD' } as const]),
      ]
    })
  return { instrument: query.instrument, actions, source: sourceOf('tiingo', query) }
}

const statements = [
  [
    'income',
    'incomeStatement',
    {
      revenue: 'revenue',
      costRev: 'costOfRevenue',
      grossProfit: 'grossProfit',
      rnd: 'researchAndDevelopment',
      sga: 'sellingGeneralAndAdministration',
      opex: 'operatingExpenses',
      opinc: 'operatingIncome',
      intexp: 'interestExpense',
      ebt: 'pretaxIncome',
      taxExp: 'incomeTax',
      netinc: 'netIncome',
      eps: 'epsBasic',
      epsDil: 'epsDiluted',
      shareswa: 'sharesBasic',
      shareswaDil: 'sharesDiluted',
    },
  ],
  [
    'balance',
    'balanceSheet',
    {
      totalAssets: 'totalAssets',
      assetsCurrent: 'currentAssets',
      cashAndEq: 'cash',
      acctRec: 'receivables',
      inventory: 'inventory',
      totalLiabilities: 'totalLiabilities',
      liabilitiesCurrent: 'currentLiabilities',
      acctPay: 'accountsPayable',
      debtNonCurrent: 'longTermDebt',
      equity: 'equity',
    },
  ],
  [
    'cash-flow',
    'cashFlow',
    {
      ncfo: 'operatingCashFlow',
      ncfi: 'investingCashFlow',
      ncff: 'financingCashFlow',
      capex: 'capitalExpenditure',
      freeCashFlow: 'freeCashFlow',
    },
  ],
] as const

/** Statements, oldest first: quarter 0 is the whole year. */
export function readFinancials(response: HttpResponse, query: FinancialsQuery): Financials {
  const { period } = query
  const found = readBody(response, query)
    .items()
    .filter((filing) => (filing.at('quarter').number() === 0) === (period === 'annual'))
    .flatMap((filing) => toStatements(filing, period))
  return {
    instrument: query.instrument,
    statements: found.sort((a, b) => a.endDate.localeCompare(b.endDate)),
    source: sourceOf('tiingo', query),
  }
}

function toStatements(filing: Wire, period: FinancialStatement['period']): FinancialStatement[] {
  const endDate = filing.at('date').date()
  return statements.flatMap(([statement, table, names]): FinancialStatement[] => {
    const values: Record<string, number> = {}
    for (const line of filing.at('statementData').at(table).itemsOrNone()) {
      const value = line.at('value').numberOrNull()
      const code = line.at('dataCode').text()
      const name = new Map(Object.entries(names)).get(code)
      if (name !== undefined && value !== null) values[name] = value
    }
    // Tiingo restates all in dollars.
    return Object.keys(values).length > 0 ? [{ statement, period, endDate, currency: 'USD', values }] : []
  })
}
