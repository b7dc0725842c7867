import type { Adjustment, BarColumns, Gap, Interval, SeriesIssue } from '@starkmatter/core'

/** Where stored bars came from: the user's own files, or a provider's answer that was kept. */
export type SeriesOrigin = 'imported' | 'fetched'

/** What the bars of one stored series are. */
export type SeriesFacts = {
  /** Canonical instrument id. */
  instrument: string
  interval: Interval
  /** How the stored prices stand; imported ones can be adjusted further with {@link AdjustmentFactor}s. */
  adjustment: Adjustment
  origin: SeriesOrigin
  provider: string
  /** Name for people, where there is one. */
  name: string | null
  timeZone: string
  currency: string | null
  priceScale: number
  delayedMs: number | null
  /** When the bars were received or imported, ms UTC. */
  fetchedAt: number
  gaps: readonly Gap[]
  issues: readonly SeriesIssue[]
}

/** A stored series with its size. `first` and `last` are bar opens, ms UTC; `null` when it is empty. */
export type StoredSeries = SeriesFacts & {
  id: number
  count: number
  first: number | null
  last: number | null
}

/**
 * What restates raw prices: for bars that open in `[from, until)` the price is multiplied by `split`, and by `price`
 * too where dividends count; the volume is divided by `split`. ms UTC.
 */
export type AdjustmentFactor = { from: number; until: number; price: number; split: number }

/** A stretch that was asked for and answered in full: inside it, a bar that is not stored does not exist. */
export type Coverage = { from: number; until: number; fetchedAt: number }

export type BarsRange = {
  /** ms UTC, inclusive. */
  start: number
  /** ms UTC, exclusive. */
  end: number
  /** Keep only the newest so many. */
  limit: number
  adjustment: Adjustment
}

/**
 * Bars as the text of JSON rows, `[time,open,high,low,close,volume],…` without the outer brackets, oldest first: the
 * database writes it and the answer carries it, and nothing in between parses a number.
 */
export type StoredRows = { rows: string; count: number }

/** One run of an import: `fingerprint` says which files it read, so that the same ones are not read again. */
export type ImportRecord = { folder: string; fingerprint: string; summary: string }

/** Where bars are kept. */
export interface BarStore {
  /** Replaces an imported series as a whole, in one transaction. */
  importSeries(
    facts: SeriesFacts,
    columns: BarColumns,
    factors: readonly AdjustmentFactor[],
  ): Promise<StoredSeries>
  /** Adds closed bars to a fetched series, newer values winning, and widens what it covers. */
  addFetched(facts: SeriesFacts, columns: BarColumns, coverage: Coverage): Promise<void>
  /** Series of one of these instruments, imported ones first. */
  findSeries(instruments: readonly string[], origin: SeriesOrigin): Promise<readonly StoredSeries[]>
  listSeries(origin: SeriesOrigin): Promise<readonly StoredSeries[]>
  /** Disjoint, oldest first. */
  getCoverage(seriesId: number): Promise<readonly Coverage[]>
  readRows(seriesId: number, range: BarsRange): Promise<StoredRows>
  /** Whether `splits` and `splits+dividends` can be answered for an imported series. */
  hasFactors(seriesId: number): Promise<boolean>
  getImport(folder: string): Promise<ImportRecord | undefined>
  /** Records a finished import and drops imported series that are not among `keep`. */
  finishImport(record: ImportRecord, keep: readonly number[]): Promise<void>
}
