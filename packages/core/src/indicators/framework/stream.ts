import type { StreamSnapshot } from './snapshot.ts'

/**
 * A function that is fed one bar at a time. Every result is bit-equal to the batch form over the same bars.
 * `push`, `replaceLast` and `peek` are O(1) amortised, but for functions that go through their window for each bar, O(period) there:
 *
 * - TA-Lib adds up their window anew for each bar, and a running sum has other bits: CCI, IMI, AVGDEV, LINEARREG,
 *   LINEARREG_ANGLE, LINEARREG_INTERCEPT, LINEARREG_SLOPE, TSF.
 * - The weights of ALMA, the pieces of HURST and the levels of VOLUME_PROFILE move with the window: of what one bar needs nothing is left for the next.
 * - CRSI ranks a return among all others, which no constant number of comparisons can.
 * - ENTROPY would be above 1 kB alone with what keeps its shares from bar to bar.
 */
export type IndicatorStream<values extends readonly number[], result = number> = {
  /** Takes the next bar; gives its result (the lead-in value while warming up). */
  push(...values: values): result
  /** Takes the last bar again, with other values: the bar that is still forming. The first bar is simply taken. */
  replaceLast(...values: values): result
  /** What `push` would give, changing nothing. Without values: the last result again. */
  peek(...values: Partial<values>): result
  /** Copies the state. */
  snapshot(): StreamSnapshot
  /**
   * Goes back to a state that was copied from a stream of the same function with the same options. Snapshots of the registry's
   * streams name both; others are told apart by their shape only.
   *
   * @throws {InvalidParameterError} the snapshot is of a stream with another lookback or other columns, or has another name
   */
  restore(snapshot: StreamSnapshot): void
}

/** A stream's type by its number of inputs. */
export type Stream1<result = number> = IndicatorStream<[value: number], result>
export type PairStream<result = number> = IndicatorStream<[first: number, second: number], result>
export type HighLowStream<result = number> = IndicatorStream<[high: number, low: number], result>
export type HighLowCloseStream<result = number> = IndicatorStream<
  [high: number, low: number, close: number],
  result
>
export type CloseVolumeStream<result = number> = IndicatorStream<[close: number, volume: number], result>
export type HighLowCloseVolumeStream<result = number> = IndicatorStream<
  [high: number, low: number, close: number, volume: number],
  result
>
export type CandleStream<result = number> = IndicatorStream<
  [open: number, high: number, low: number, close: number],
  result
>
