/** `'number'` for speed; `'string'` keeps every digit the provider sent. */
export type NumericMode = 'number' | 'string'

/** A price or size in the chosen mode. */
export type Numeric<mode extends NumericMode = 'number'> = mode extends 'string' ? string : number

/** Whether past prices are restated for splits, or for splits and cash dividends. */
export type Adjustment = 'raw' | 'splits' | 'splits+dividends'

/** One candle. */
export type Bar<mode extends NumericMode = 'number'> = {
  /** Bar open, integer ms UTC. */
  time: number
  /** Trading date in the exchange's zone (`YYYY-MM-DD`); on daily and longer bars only. */
  date?: string
  open: Numeric<mode>
  high: Numeric<mode>
  low: Numeric<mode>
  close: Numeric<mode>
  /** May be fractional. `null` where the provider has none: never 0 in its place. */
  volume: Numeric<mode> | null
  vwap?: Numeric<mode>
  /** Number of trades. */
  trades?: number
  /** False for the bar that is still forming. */
  closed: boolean
}

/** A stretch of time without bars, and why. `from` inclusive, `to` exclusive, ms UTC. */
export type Gap = {
  from: number
  to: number
  reason: 'holiday' | 'closed' | 'no-trades' | 'null-row' | 'missing'
}

/** Something about the data that a reader should know. The data itself is left as it came. */
export type SeriesIssue = {
  /** Stable name of the rule that fired, like `duplicate-bar`, `bad-row`, `ohlc-violation`. */
  kind: string
  message: string
  /** Bar open of the place, ms UTC, where there is one. */
  time?: number
  /** `file:line` or a path into the answer. */
  where?: string
}
