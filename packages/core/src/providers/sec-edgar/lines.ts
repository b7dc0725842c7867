import type { FinancialStatement } from '../../market/index.ts'

/** Where a tag belongs: the statement, the line by the project's name, and its rank among the tags of that line. */
export type Place = { statement: FinancialStatement['statement']; line: string; rank: number }

type Tags = Readonly<Record<FinancialStatement['statement'], Readonly<Record<string, string>>>>

// Tags of one line stand in the order of preference: companies choose among them, and change their choice.
const usGaap: Tags = {
  income: {
    revenue:
      'RevenueFromContractWithCustomerExcludingAssessedTax Revenues RevenueFromContractWithCustomerIncludingAssessedTax SalesRevenueNet SalesRevenueGoodsNet',
    costOfRevenue: 'CostOfRevenue CostOfGoodsAndServicesSold CostOfGoodsSold',
    grossProfit: 'GrossProfit',
    researchAndDevelopment: 'ResearchAndDevelopmentExpense',
    sellingGeneralAndAdministration: 'SellingGeneralAndAdministrativeExpense',
    operatingExpenses: 'OperatingExpenses CostsAndExpenses',
    operatingIncome: 'OperatingIncomeLoss',
    interestExpense: 'InterestExpense InterestExpenseNonoperating',
    pretaxIncome:
      'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments',
    incomeTax: 'IncomeTaxExpenseBenefit',
    netIncome: 'NetIncomeLoss ProfitLoss',
    epsBasic: 'EarningsPerShareBasic EarningsPerShareBasicAndDiluted',
    epsDiluted: 'EarningsPerShareDiluted EarningsPerShareBasicAndDiluted',
    sharesBasic: 'WeightedAverageNumberOfSharesOutstandingBasic',
    sharesDiluted: 'WeightedAverageNumberOfDilutedSharesOutstanding',
  },
  balance: {
    totalAssets: 'Assets',
    currentAssets: 'AssetsCurrent',
    cash: 'CashAndCashEquivalentsAtCarryingValue CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
    receivables: 'AccountsReceivableNetCurrent ReceivablesNetCurrent',
    inventory: 'InventoryNet',
    totalLiabilities: 'Liabilities',
    currentLiabilities: 'LiabilitiesCurrent',
    accountsPayable: 'AccountsPayableCurrent AccountsPayableAndAccruedLiabilitiesCurrent',
    longTermDebt: 'LongTermDebtNoncurrent LongTermDebt',
    equity: 'StockholdersEquity StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
  },
  'cash-flow': {
    operatingCashFlow:
      'NetCashProvidedByUsedInOperatingActivities NetCashProvidedByUsedInOperatingActivitiesContinuingOperations',
    investingCashFlow:
      'NetCashProvidedByUsedInInvestingActivities NetCashProvidedByUsedInInvestingActivitiesContinuingOperations',
    financingCashFlow:
      'NetCashProvidedByUsedInFinancingActivities NetCashProvidedByUsedInFinancingActivitiesContinuingOperations',
    capitalExpenditure: 'PaymentsToAcquirePropertyPlantAndEquipment',
    dividendsPaid: 'PaymentsOfDividends PaymentsOfDividendsCommonStock',
  },
}

const ifrs: Tags = {
  income: {
    revenue: 'Revenue RevenueFromContractsWithCustomers',
    costOfRevenue: 'CostOfSales',
    grossProfit: 'GrossProfit',
    researchAndDevelopment: 'ResearchAndDevelopmentExpense',
    operatingIncome: 'ProfitLossFromOperatingActivities',
    pretaxIncome: 'ProfitLossBeforeTax',
    incomeTax: 'IncomeTaxExpenseContinuingOperations',
    netIncome: 'ProfitLossAttributableToOwnersOfParent ProfitLoss',
    epsBasic: 'BasicEarningsLossPerShare',
    epsDiluted: 'DilutedEarningsLossPerShare',
  },
  balance: {
    totalAssets: 'Assets',
    currentAssets: 'CurrentAssets',
    cash: 'CashAndCashEquivalents',
    inventory: 'Inventories',
    totalLiabilities: 'Liabilities',
    currentLiabilities: 'CurrentLiabilities',
    equity: 'EquityAttributableToOwnersOfParent Equity',
  },
  'cash-flow': {
    operatingCashFlow: 'CashFlowsFromUsedInOperatingActivities',
    investingCashFlow: 'CashFlowsFromUsedInInvestingActivities',
    financingCashFlow: 'CashFlowsFromUsedInFinancingActivities',
  },
}

/** Places by taxonomy and tag. A tag of two lines (one earnings per share for both) is that of the latter here. */
export const lines: Readonly<Record<string, ReadonlyMap<string, Place>>> = {
  'us-gaap': placesOf(usGaap),
  'ifrs-full': placesOf(ifrs),
}

function placesOf(tags: Tags): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const statement of ['income', 'balance', 'cash-flow'] as const) {
    for (const [line, names] of Object.entries(tags[statement])) {
      for (const [rank, tag] of names.split(' ').entries()) places.set(tag, { statement, line, rank })
    }
  }
  return places
}
