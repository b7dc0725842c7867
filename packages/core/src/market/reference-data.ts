import type { Instrument } from './instrument.ts'
import type { Source } from './source.ts'

/** One hit of a symbol search, best first in its list. */
export type SymbolMatch = {
  instrument: Instrument
  name: string | null
  /** The exchange in the provider's words, for people. */
  exchange: string | null
  currency: string | null
  /** 0..1 where the provider ranks, else `null`. */
  score: number | null
  provider: string
}

export type Profile = {
  instrument: Instrument
  name: string | null
  description: string | null
  sector: string | null
  industry: string | null
  country: string | null
  website: string | null
  employees: number | null
  exchange: string | null
  currency: string | null
  marketCap: number | null
  sharesOutstanding: number | null
  identifiers: Readonly<Record<string, string>>
  source: Source
}

export type FinancialPeriod = 'annual' | 'quarterly' | 'trailing'

/** Statement lines by the project's names (`revenue`, `netIncome`, `totalAssets`, …); absent lines are left out. */
export type FinancialStatement = {
  statement: 'income' | 'balance' | 'cash-flow'
  period: FinancialPeriod
  /** Last day of the period, `YYYY-MM-DD`. */
  endDate: string
  /** When it became public, `YYYY-MM-DD`, where known: use it to avoid looking ahead. */
  filedDate?: string
  currency: string | null
  values: Readonly<Record<string, number>>
}

export type Financials = { instrument: Instrument; statements: readonly FinancialStatement[]; source: Source }

export type EarningsReport = {
  /** Report date, `YYYY-MM-DD`, `null` when not known. */
  date: string | null
  /** Last day of the fiscal period, `YYYY-MM-DD`. */
  period: string | null
  epsActual: number | null
  epsEstimate: number | null
  revenueActual: number | null
  revenueEstimate: number | null
  surprisePercent: number | null
  when?: 'before-open' | 'after-close' | 'during'
}

export type Earnings = {
  instrument: Instrument
  history: readonly EarningsReport[]
  upcoming: readonly EarningsReport[]
  currency: string | null
  source: Source
}

export type CorporateAction =
  | {
      type: 'dividend'
      /** Ex-date, `YYYY-MM-DD`. */
      date: string
      /** As paid, for one share of the ex-date: no later split restates it. */
      amount: number
      currency: string | null
      payDate?: string
      recordDate?: string
      declaredDate?: string
    }
  /** `numerator` new shares for `denominator` old ones: 4 and 1 for a 4-for-1 split. */
  | { type: 'split'; date: string; numerator: number; denominator: number }

export type CorporateActions = { instrument: Instrument; actions: readonly CorporateAction[]; source: Source }

export type OptionContract = {
  instrument: Instrument
  /** `YYYY-MM-DD`. */
  expiry: string
  right: 'C' | 'P'
  strike: number
  last: number | null
  bid: number | null
  ask: number | null
  volume: number | null
  openInterest: number | null
  /** A fraction: 0.25 is 25 %. */
  impliedVolatility: number | null
  delta: number | null
  gamma: number | null
  theta: number | null
  vega: number | null
  currency: string | null
}

export type OptionChain = {
  underlying: Instrument
  underlyingPrice: number | null
  /** Every expiry the provider lists, `YYYY-MM-DD`; `contracts` may cover only one of them. */
  expiries: readonly string[]
  contracts: readonly OptionContract[]
  source: Source
}

export type MarketStatus = {
  /** MIC, or the market's name where it has none. */
  market: string
  state: 'pre' | 'open' | 'post' | 'closed'
  /** ms UTC. */
  time: number
  /** Next change of state, ms UTC, where known. */
  nextChange: number | null
  source: Source
}

export type CalendarDay = {
  /** `YYYY-MM-DD`. */
  date: string
  /** `null` on a holiday; `early` marks a shortened session. ms UTC. */
  session: { open: number; close: number; early: boolean } | null
  name?: string
}

export type MarketCalendar = {
  market: string
  timeZone: string
  days: readonly CalendarDay[]
  source: Source
}

export type NewsItem = {
  /** Stable hash of the canonical URL. */
  id: string
  /** ms UTC. */
  time: number
  title: string
  summary: string | null
  url: string
  source: string
  author: string | null
  imageUrl: string | null
  instruments: readonly Instrument[]
  /** BCP 47, as the source says or the text shows; `null` where neither tells. */
  language: string | null
  /** True when the provider cut the text. */
  truncated: boolean
  provider: string
  /** The item is made up. Absent on real ones. */
  simulated?: true
}
