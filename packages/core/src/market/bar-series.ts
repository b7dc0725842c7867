import { ValidationError } from '../errors/index.ts'
import type { Adjustment, Bar, Gap, Numeric, NumericMode, SeriesIssue } from './bar.ts'
import type { Instrument } from './instrument.ts'
import { type Interval, parseInterval } from './interval.ts'
import type { Source } from './source.ts'
import { dateInZone } from './time-zone.ts'

/** Prices in number mode are a `Float64Array`; in exact mode the provider's own text. */
export type Column<mode extends NumericMode = 'number'> = mode extends 'string'
  ? readonly string[]
  : Float64Array

/** Absent volume is NaN in a `Float64Array` column, which has no other mark for it, and `null` in a text column. */
export type VolumeColumn<mode extends NumericMode = 'number'> = mode extends 'string'
  ? readonly (string | null)[]
  : Float64Array

export type BarColumns<mode extends NumericMode = 'number'> = {
  /** Bar opens, ms UTC, strictly increasing. */
  time: Float64Array
  open: Column<mode>
  high: Column<mode>
  low: Column<mode>
  close: Column<mode>
  volume: VolumeColumn<mode>
  vwap?: VolumeColumn<mode>
  trades?: Float64Array
}

export type BarSeriesFacts = {
  instrument: Instrument
  interval: Interval
  /** IANA zone of the exchange: dates and sessions are counted in it. */
  timeZone: string
  /** ISO 4217 (or the crypto code), `null` when the provider does not say. */
  currency: string | null
  /** Price times `priceScale` is in `currency`: 0.01 where London quotes pence and `currency` is GBP. */
  priceScale: number
  adjustment: Adjustment
  source: Source
  gaps: readonly Gap[]
  issues: readonly SeriesIssue[]
  /** True when the data are made up, by the synthetic provider or a replay of it. */
  simulated: boolean
  /** True when the last bar is still forming. */
  forming: boolean
}

/**
 * Bars of one instrument, oldest first, as columns.
 *
 * The columns feed indicators and charts without a copy; iterating yields {@link Bar} objects.
 *
 * @throws {ValidationError} columns of unequal length, or times that do not strictly increase
 */
export class BarSeries<mode extends NumericMode = 'number'> implements Iterable<Bar<mode>>, BarSeriesFacts {
  readonly time: Float64Array
  readonly open: Column<mode>
  readonly high: Column<mode>
  readonly low: Column<mode>
  readonly close: Column<mode>
  readonly volume: VolumeColumn<mode>
  readonly vwap: VolumeColumn<mode> | undefined
  readonly trades: Float64Array | undefined
  readonly instrument: Instrument
  readonly interval: Interval
  readonly timeZone: string
  readonly currency: string | null
  readonly priceScale: number
  readonly adjustment: Adjustment
  readonly source: Source
  readonly gaps: readonly Gap[]
  readonly issues: readonly SeriesIssue[]
  readonly simulated: boolean
  readonly forming: boolean

  constructor(facts: BarSeriesFacts, columns: BarColumns<mode>) {
    assertAligned(columns, facts.source.provider)
    this.time = columns.time
    this.open = columns.open
    this.high = columns.high
    this.low = columns.low
    this.close = columns.close
    this.volume = columns.volume
    this.vwap = columns.vwap
    this.trades = columns.trades
    this.instrument = facts.instrument
    this.interval = facts.interval
    this.timeZone = facts.timeZone
    this.currency = facts.currency
    this.priceScale = facts.priceScale
    this.adjustment = facts.adjustment
    this.source = facts.source
    this.gaps = facts.gaps
    this.issues = facts.issues
    this.simulated = facts.simulated
    this.forming = facts.forming
  }

  get length(): number {
    return this.time.length
  }

  /** The bar at `index`; negative counts from the end. */
  at(index: number): Bar<mode> | undefined {
    const i = index < 0 ? this.length + index : index
    const time = this.time[i]
    if (time === undefined) return undefined
    const bar: Bar<mode> = {
      time,
      open: cell<mode>(this.open, i),
      high: cell<mode>(this.high, i),
      low: cell<mode>(this.low, i),
      close: cell<mode>(this.close, i),
      volume: optionalCell<mode>(this.volume, i),
      closed: !(this.forming && i === this.length - 1),
    }
    if (parseInterval(this.interval).isDaily) bar.date = dateInZone(time, this.timeZone)
    const vwap = this.vwap && optionalCell<mode>(this.vwap, i)
    if (vwap !== undefined && vwap !== null) bar.vwap = vwap
    const trades = this.trades?.[i]
    if (trades !== undefined && !Number.isNaN(trades)) bar.trades = trades
    return bar
  }

  *[Symbol.iterator](): IterableIterator<Bar<mode>> {
    for (let i = 0; i < this.length; i++) {
      const bar = this.at(i)
      if (bar) yield bar
    }
  }

  /** Bars `from` (inclusive) to `to` (exclusive) by index; number columns share memory with this series. */
  slice(from = 0, to = this.length): BarSeries<mode> {
    const end = Math.min(to, this.length)
    const columns: BarColumns<mode> = {
      time: this.time.subarray(from, end),
      open: cut(this.open, from, end),
      high: cut(this.high, from, end),
      low: cut(this.low, from, end),
      close: cut(this.close, from, end),
      volume: cut(this.volume, from, end),
    }
    if (this.vwap) columns.vwap = cut(this.vwap, from, end)
    if (this.trades) columns.trades = this.trades.subarray(from, end)
    return new BarSeries({ ...this.facts(), forming: this.forming && end === this.length }, columns)
  }

  /** The same bars under changed facts. */
  with(facts: Partial<BarSeriesFacts>): BarSeries<mode> {
    return new BarSeries({ ...this.facts(), ...facts }, this.columns())
  }

  columns(): BarColumns<mode> {
    const { time, open, high, low, close, volume, vwap, trades } = this
    return { time, open, high, low, close, volume, ...(vwap && { vwap }), ...(trades && { trades }) }
  }

  facts(): BarSeriesFacts {
    const { instrument, interval, timeZone, currency, priceScale, adjustment, source } = this
    const { gaps, issues, simulated, forming } = this
    return {
      instrument,
      interval,
      timeZone,
      currency,
      priceScale,
      adjustment,
      source,
      gaps,
      issues,
      simulated,
      forming,
    }
  }
}

// The columns are typed by mode as a whole; TypeScript cannot follow the element type through the conditional,
// so these three lines are where the correspondence column -> cell is stated once.
function cell<mode extends NumericMode>(column: Column<mode>, index: number): Numeric<mode> {
  return column[index] as Numeric<mode>
}

function optionalCell<mode extends NumericMode>(
  column: VolumeColumn<mode>,
  index: number,
): Numeric<mode> | null {
  const value = column[index]
  return value === undefined || value === null || Number.isNaN(value) ? null : (value as Numeric<mode>)
}

function cut<column extends Float64Array | readonly (string | null)[]>(
  column: column,
  from: number,
  to: number,
): column {
  return (column instanceof Float64Array ? column.subarray(from, to) : column.slice(from, to)) as column
}

function assertAligned(columns: BarColumns<NumericMode>, provider: string): void {
  const { time } = columns
  for (const name of ['open', 'high', 'low', 'close', 'volume', 'vwap', 'trades'] as const) {
    const column = columns[name]
    if (column && column.length !== time.length) {
      throw new ValidationError({
        provider,
        path: name,
        expected: `${time.length} values`,
        got: `${column.length}`,
      })
    }
  }
  for (let i = 1; i < time.length; i++) {
    // Written so that NaN fails too.
    if (!((time[i] as number) > (time[i - 1] as number))) {
      const got = `${time[i]} after ${time[i - 1]}`
      throw new ValidationError({ provider, path: `time[${i}]`, expected: 'strictly increasing times', got })
    }
  }
}
