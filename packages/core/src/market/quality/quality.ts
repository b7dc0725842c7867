import type { SeriesIssue } from '../bar.ts'
import type { BarSeries } from '../bar-series.ts'
import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts'
import type { CorporateAction } from '../reference-data.ts'

/** What may be wrong with a series. */
export type QualityKind =
  | 'missing-session'
  | 'duplicate-bar'
  | 'ohlc-violation'
  | 'zero-price'
  /** Prices a power of ten off: pence for pounds, a lost decimal point. */
  | 'price-scale'
  | 'unapplied-split'
  | 'doubled-split'
  | 'unapplied-dividend'
  | 'doubled-dividend'
  /** The same dividend once more, a few days later. */
  | 'repeated-dividend'
  /** A dividend that the price did not notice. */
  | 'implausible-dividend'
  | 'stale-run'

/** A suspicion about some bars of a series. The series itself is left as it is. */
export type QualityFlag = SeriesIssue & {
  kind: QualityKind
  /** First and last bar concerned, by index; both -1 where a bar is missing. */
  first: number
  last: number
  /** What the prices of these bars have to be multiplied by, where that is known. */
  factor?: number
  /** The dividend concerned. */
  action?: CorporateAction
}

/** A series and what is known beside it. */
export type SeriesFacts = {
  bars: BarSeries
  /** Closes restated for splits and dividends, as some vendors give them. */
  adjustedClose?: Float64Array | undefined
  /** The instrument's splits and dividends. */
  actions?: readonly CorporateAction[] | undefined
  /** With it, sessions without bars are found. */
  calendar?: ExchangeCalendar | undefined
}
