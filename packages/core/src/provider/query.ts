import type { Adjustment, FinancialPeriod, Instrument, Interval, NumericMode } from '../market/index.ts'

/** What every query about one instrument carries. */
type InstrumentQuery = {
  instrument: Instrument
  /** The instrument in this provider's own spelling. */
  symbol: string
  /** The core's clock when the call was made, ms UTC: a provider never reads a clock. */
  now: number
}

export type BarsQuery = InstrumentQuery & {
  interval: Interval
  /** ms UTC, inclusive. */
  start: number
  /** ms UTC, exclusive. */
  end: number
  /**
   * No start was asked for, but the newest so many: `start` is then where they would begin if there were bars up to `end`.
   * Only a provider that answers locally is told.
   */
  newest?: number | undefined
  adjustment: Adjustment
  extendedHours: boolean
  numeric: NumericMode
  /** Only for an operation that `passesOn`. */
  asked?: AskedBars | undefined
}

/** What the caller said of a call for bars, before the core settled the rest. */
export type AskedBars = {
  symbol: string
  start: number | string | undefined
  end: number | string | undefined
  limit: number | undefined
  adjustment: Adjustment | undefined
}

export type QuotesQuery = {
  /** At most the operation's `batch` of them. */
  instruments: readonly Instrument[]
  /** Spelled for this provider, in the order of `instruments`. */
  symbols: readonly string[]
  now: number
  numeric: NumericMode
}

export type TradesQuery = InstrumentQuery & {
  /** ms UTC, inclusive. */
  start: number
  /** ms UTC, exclusive. */
  end: number
  /** The first so many of the range, or with `fromEnd` the last so many. Either way they come oldest first. */
  limit: number
  /** No start was asked for, but the newest trades before `end`. @default false */
  fromEnd?: boolean | undefined
  numeric: NumericMode
}
export type OrderBookQuery = InstrumentQuery & { depth: number; numeric: NumericMode }
export type SearchQuery = { text: string; limit: number; now: number }
export type ProfileQuery = InstrumentQuery
export type FinancialsQuery = InstrumentQuery & { period: FinancialPeriod }
export type EarningsQuery = InstrumentQuery
export type CorporateActionsQuery = InstrumentQuery & { start: number; end: number }
export type OptionChainQuery = InstrumentQuery & { expiry: string | undefined }
export type MarketStatusQuery = { market: string; now: number }
export type CalendarQuery = { market: string; start: number; end: number; now: number }
export type NewsQuery = {
  text: string | undefined
  instruments: readonly Instrument[]
  symbols: readonly string[]
  start: number | undefined
  end: number | undefined
  limit: number
  now: number
}
