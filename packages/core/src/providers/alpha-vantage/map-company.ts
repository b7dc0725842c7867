import type {
  CorporateAction,
  CorporateActions,
  FinancialStatement,
  Financials,
  Profile,
} from '../../market/index.ts'
import {
  type CorporateActionsQuery,
  type FinancialsQuery,
  type HttpResponse,
  type ProfileQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { amountOrNull, dateOrNull, readSymbolBody, textOrNull } from './schema.ts'

export function readProfile(response: HttpResponse, query: ProfileQuery): Profile {
  const body = readSymbolBody(response, query)
  body.at('Symbol').text()
  const cik = textOrNull(body.at('CIK'))
  return {
    instrument: query.instrument,
    ...body.fields(
      {
        name: 'Name',
        description: 'Description',
        sector: 'Sector',
        industry: 'Industry',
        country: 'Country',
        website: 'OfficialSite',
        exchange: 'Exchange',
        currency: 'Currency',
      },
      textOrNull,
    ),
    ...body.fields(
      {
        employees: 'FullTimeEmployees',
        marketCap: 'MarketCapitalization',
        sharesOutstanding: 'SharesOutstanding',
      },
      amountOrNull,
    ),
    identifiers: cik === null ? {} : { cik: cik.padStart(10, '0') },
    source: sourceOf('alpha-vantage', query),
  }
}

// The vendor's line, and ours where the name differs.
const lines: Readonly<Record<FinancialStatement['statement'], string>> = {
  income:
    'totalRevenue=revenue costOfRevenue grossProfit researchAndDevelopment sellingGeneralAndAdministrative=sellingGeneralAndAdministration operatingExpenses operatingIncome interestExpense incomeBeforeTax=pretaxIncome incomeTaxExpense=incomeTax netIncome ebit ebitda',
  balance:
    'totalAssets totalCurrentAssets=currentAssets cashAndCashEquivalentsAtCarryingValue=cash currentNetReceivables=receivables inventory totalLiabilities totalCurrentLiabilities=currentLiabilities currentAccountsPayable=accountsPayable longTermDebt shortLongTermDebtTotal=totalDebt totalShareholderEquity=equity retainedEarnings',
  'cash-flow':
    'operatingCashflow=operatingCashFlow capitalExpenditures=capitalExpenditure cashflowFromInvestment=investingCashFlow cashflowFromFinancing=financingCashFlow dividendPayout=dividendsPaid depreciationDepletionAndAmortization=depreciation',
}

/** One of the three statements: its own lines tell which. */
export function readFinancials(response: HttpResponse, query: FinancialsQuery): Financials {
  const body = readSymbolBody(response, query)
  const reports = body.at(query.period === 'quarterly' ? 'quarterlyReports' : 'annualReports').items()
  return {
    instrument: query.instrument,
    statements: reports.map((wire) => toStatement(wire, query)),
    source: sourceOf('alpha-vantage', query),
  }
}

function toStatement(wire: Wire, query: FinancialsQuery): FinancialStatement {
  const has = (name: string) => !wire.at(name).isAbsent
  const statement = has('totalAssets') ? 'balance' : has('operatingCashflow') ? 'cash-flow' : 'income'
  const values: Record<string, number> = {}
  for (const line of lines[statement].split(' ')) {
    const [theirs = '', ours = theirs] = line.split('=')
    const amount = amountOrNull(wire.at(theirs))
    if (amount !== null) values[ours] = amount
  }
  const endDate = wire.at('fiscalDateEnding').date()
  return {
    statement,
    period: query.period,
    endDate,
    currency: textOrNull(wire.at('reportedCurrency')),
    values,
  }
}

export function joinFinancials(pages: readonly Financials[], query: FinancialsQuery): Financials {
  const statements = pages
    .flatMap((page) => page.statements)
    .sort((a, b) => a.endDate.localeCompare(b.endDate))
  return { instrument: query.instrument, statements, source: sourceOf('alpha-vantage', query) }
}

/** Dividends or splits, one request each; a row says which it is. */
export function readCorporateActions(response: HttpResponse, query: CorporateActionsQuery): CorporateActions {
  const actions = readSymbolBody(response, query)
    .at('data')
    .items()
    .map(toAction)
    .filter(({ date }) => Date.parse(date) >= query.start - 86_400_000 && Date.parse(date) < query.end)
    .sort((a, b) => a.date.localeCompare(b.date))
  return { instrument: query.instrument, actions, source: sourceOf('alpha-vantage', query) }
}

function toAction(wire: Wire): CorporateAction {
  if (!wire.at('split_factor').isAbsent) {
    const factor = Number(wire.at('split_factor').decimal('number'))
    if (factor <= 0) throw wire.at('split_factor').unlike('a number above 0')
    return { type: 'split', date: wire.at('effective_date').date(), numerator: factor, denominator: 1 }
  }
  const [payDate, recordDate, declaredDate] = ['payment_date', 'record_date', 'declaration_date'].map(
    (name) => dateOrNull(wire.at(name)),
  )
  return {
    type: 'dividend',
    date: wire.at('ex_dividend_date').date(),
    amount: Number(wire.at('amount').decimal('number')),
    currency: null,
    ...(payDate && { payDate }),
    ...(recordDate && { recordDate }),
    ...(declaredDate && { declaredDate }),
  }
}

export function joinCorporateActions(pages: readonly CorporateActions[], query: CorporateActionsQuery) {
  const actions = pages.flatMap((page) => page.actions).sort((a, b) => a.date.localeCompare(b.date))
  return { instrument: query.instrument, actions, source: sourceOf('alpha-vantage', query) }
}
