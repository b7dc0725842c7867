import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'

export type BopOptions = IndicatorOptions

/** The loop with its parameters bound. */
export function bopKernel(): Kernel {
  return {
    lookback: 0,
    window: 0,
    states: [],
    run: (inputs, outputs, start, end) =>
      balance(inputs[0], inputs[1], inputs[2], inputs[3], outputs[0], start, end),
  }
}

// Four bars a round, for V8 looks every column up again in each round.
function balance(
  open: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  output: Float64Array,
  start: number,
  end: number,
): void {
  let range: number
  for (let index = start; index < end; index++) {
    range = (high[index] as number) - (low[index] as number)
    output[index] = range < 1e-14 ? 0 : ((close[index] as number) - (open[index] as number)) / range
    if (++index === end) break
    range = (high[index] as number) - (low[index] as number)
    output[index] = range < 1e-14 ? 0 : ((close[index] as number) - (open[index] as number)) / range
    if (++index === end) break
    range = (high[index] as number) - (low[index] as number)
    output[index] = range < 1e-14 ? 0 : ((close[index] as number) - (open[index] as number)) / range
    if (++index === end) break
    range = (high[index] as number) - (low[index] as number)
    output[index] = range < 1e-14 ? 0 : ((close[index] as number) - (open[index] as number)) / range
  }
}

/** Index of the first value of `bop`: 0. */
export function bopLookback(_options: BopOptions = {}): number {
  return bopKernel().lookback
}

/**
 * Balance of power: the body of each bar against its range.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`, -1 to 1; 0 where the range is 0.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `BOP`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * bop([10], [12], [8], [11]) // [0.25]
 */
export function bop(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: BopOptions = {},
): Float64Array {
  return compute(bopKernel, [open, high, low, close], options)
}

/** The stream form of `bop`. */
export function createBop(options: BopOptions = {}): CandleStream {
  return createStream(bopKernel(), 4, options)
}
