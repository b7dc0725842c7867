import type { Adjustment, FinancialPeriod, InstrumentInput, Interval, NumericMode } from '../market/index.ts'

/** An instant: ms UTC, a `Date`, an ISO text, or a trading date (`2024-01-02`, read in the exchange's zone). */
export type TimeInput = number | Date | string

/** What every call takes. */
export type CallOptions = {
  signal?: AbortSignal | undefined
  /** The whole call's deadline, failover and retries included. @default 10000 */
  timeoutMs?: number | undefined
  /** Ask only these providers, in this order. */
  providers?: readonly string[] | undefined
}

export type GetBarsOptions<mode extends NumericMode = 'number'> = CallOptions & {
  symbol: InstrumentInput
  interval: Interval
  /** Inclusive. @default as far back as `limit` bars need */
  start?: TimeInput | undefined
  /** Inclusive for a trading date, exclusive for an instant. @default now */
  end?: TimeInput | undefined
  /** Keep only the newest so many. @default 500 where no `start` is given */
  limit?: number | undefined
  /** @default the answering provider's own first choice */
  adjustment?: Adjustment | undefined
  /** @default false */
  extendedHours?: boolean | undefined
  /** `'string'` keeps every digit the provider sent. @default 'number' */
  numeric?: mode | undefined
}

export type GetQuoteOptions<mode extends NumericMode = 'number'> = CallOptions & {
  symbol: InstrumentInput
  numeric?: mode | undefined
}

export type GetQuotesOptions<mode extends NumericMode = 'number'> = CallOptions & {
  symbols: readonly InstrumentInput[]
  numeric?: mode | undefined
}

export type GetTradesOptions<mode extends NumericMode = 'number'> = CallOptions & {
  symbol: InstrumentInput
  /** Where the trades begin; without it the newest are meant. */
  start?: TimeInput | undefined
  end?: TimeInput | undefined
  /** @default 1000 */
  limit?: number | undefined
  numeric?: mode | undefined
}

export type GetOrderBookOptions<mode extends NumericMode = 'number'> = CallOptions & {
  symbol: InstrumentInput
  /** Levels a side. @default 20 */
  depth?: number | undefined
  numeric?: mode | undefined
}

export type SearchSymbolsOptions = CallOptions & {
  text: string
  /** @default 10 */
  limit?: number | undefined
}

export type InstrumentOptions = CallOptions & { symbol: InstrumentInput }

export type GetFinancialsOptions = InstrumentOptions & {
  /** @default 'annual' */
  period?: FinancialPeriod | undefined
}

export type GetCorporateActionsOptions = InstrumentOptions & {
  start?: TimeInput | undefined
  end?: TimeInput | undefined
}

export type GetOptionChainOptions = InstrumentOptions & {
  /** `YYYY-MM-DD`. @default the next one */
  expiry?: string | undefined
}

export type GetMarketStatusOptions = CallOptions & {
  /** A MIC. @default 'XNYS' */
  market?: string | undefined
}

export type GetCalendarOptions = GetMarketStatusOptions & {
  start?: TimeInput | undefined
  end?: TimeInput | undefined
}

export type GetNewsOptions = CallOptions & {
  text?: string | undefined
  symbols?: readonly InstrumentInput[] | undefined
  start?: TimeInput | undefined
  end?: TimeInput | undefined
  /** @default 20 */
  limit?: number | undefined
}

export type WatchBarsOptions = WatchOptions & {
  symbol: InstrumentInput
  interval: Interval
  /**
   * Open of a bar, ms UTC: everything from it on is told, what is over already from history. For whoever goes on where another
   * feed ended. @default the bar that forms now, without a look into history
   */
  since?: number | undefined
}
export type WatchSymbolsOptions = WatchOptions & { symbols: readonly InstrumentInput[] }
export type WatchOrderBookOptions = WatchOptions & {
  symbol: InstrumentInput
  /** Levels a side. @default 20 */
  depth?: number | undefined
}

export type WatchOptions = {
  signal?: AbortSignal | undefined
  providers?: readonly string[] | undefined
  /** Items kept for a consumer that is slow; beyond it the newest per instrument wins. @default 1024 */
  bufferSize?: number | undefined
}
