import type { Columns } from '../framework/column.ts'
import { type CandleOptions, type CandleRange, type CandleSettingName, candleSetting } from './candle.ts'
import { block, history, load } from './candle-memory.ts'
import { body, candleRange } from './candles.ts'
import {
  slideBodies,
  slideHeights,
  slideOneBody,
  slideOneHeight,
  slideShadows,
  totalAt,
} from './slide-totals.ts'

/** What candles are held against: a setting's share of the mean length of the candles before, or of the candle's own. */
export class Average {
  readonly range: CandleRange = 0
  readonly period: number = 0
  // Not a whole number: V8 then keeps the field as a double, whatever comes.
  readonly factor: number = Number.NaN
  readonly half: number = Number.NaN
  readonly span: number = 0
  /** How many candles before the judged one is the candle that is measured. */
  readonly back: number = 0
  /** Which total is its own; without a period it has none. */
  slot = 0

  constructor(options: CandleOptions, name: CandleSettingName, back: number) {
    const { range, period, factor } = candleSetting(options, name)
    this.range = range
    this.period = period
    this.factor = factor
    this.span = Math.max(period, 1)
    this.half = range === 2 ? 0.5 : 1
    this.back = back
  }

  /**
   * The average when candle `i` is judged; without a period, the candle's own length. TA-Lib's order: factor times mean, then
   * halved for shadows. Bodies are asked for first, for so are its settings without a period, and V8 takes in what is short.
   */
  at(i: number): number {
    const { period, range, back } = this
    const total =
      period > 0 ? totalAt(this.slot, i) : range === 0 ? body(i - back) : candleRange(range, i - back)
    return this.factor * (total / this.span) * this.half
  }
}

/** Averages that one `Totals` holds. */
export const width = 3

/**
 * The running totals of a setting for three candles in a row. They slide together, for they add the same numbers; but as
 * TA-Lib's each starts where it starts, and so they differ in their last bits.
 */
export class Totals {
  readonly range: CandleRange = 0
  readonly period: number = 0
  /** How many candles before the judged one the last of the three is. */
  readonly back: number = 0
  readonly slot: number = 0
  /** The totals: what a step changes. */
  readonly state = new Float64Array(width)
  /** A body may reach the average when it is at most `total * share + margin`: see `slideBodies`. */
  readonly shares = new Float64Array(width)
  readonly margins = new Float64Array(width)
  #used = 0

  /** @param index - How many `Totals` the kernel has already. */
  constructor(first: Average, index: number) {
    this.range = first.range
    this.period = first.period
    this.back = first.back
    this.slot = index * width
    this.admit(first)
  }

  /** Takes an average in, if its candle is one of the three. */
  admit(average: Average): boolean {
    const { range, period, back } = average
    const place = back - this.back
    if (range !== this.range || period !== this.period || place >= width) return false
    average.slot = this.slot + place
    this.#used = Math.max(this.#used, place + 1)
    return true
  }

  /**
   * Moves on over the candles at hand: rows `row` to `row + count - 1`, and `before` earlier ones. Judging begins with row
   * `lookback`.
   */
  slide(columns: Columns, row: number, count: number, before: number, lookback: number): void {
    const { range, period, back, state } = this
    const used = this.#used
    const end = history + count
    const first = history + lookback - row
    let i = history
    for (; i < end && i < first; i++)
      for (let place = 0; place < used && i >= first - period; place++)
        state[place] = (state[place] as number) + candleRange(range, i - back - place)
    if (i === end) return
    // Where the candle is that leaves a total, seen from the one that enters. Never -0, which V8 would count in doubles.
    let leaving = 0 - period
    if (period + back + width > before) {
      const far = row - period - back - width
      const skipped = Math.max(0, -far)
      load(columns, far + skipped, far + width + count, history + block + skipped, range + 1)
      leaving = block + back + width
    }
    if (range === 0 && used > 1) slideBodies(this, leaving, i, end)
    else if (range === 0) slideOneBody(this, leaving, i, end)
    else if (range === 2) slideShadows(this, leaving, i, end)
    else if (used > 1) slideHeights(this, leaving, i, end)
    else slideOneHeight(this, leaving, i, end)
    state.fill(0, used)
  }
}
