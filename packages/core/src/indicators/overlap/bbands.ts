import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import { headOf, quotient, tailOf } from '../framework/quotient.ts'
import type { Stream1 } from '../framework/stream.ts'
import { varSeries } from '../statistic/var.ts'
import { type BandOutput, bandNames } from './bands.ts'
import { maSeries } from './ma.ts'
import type { MaType } from './ma-type.ts'
import { WindowStream } from './window-stream.ts'

export type BbandsOptions = IndicatorOptions<Named<BandOutput>> & {
  /** Bars that mean and deviation cover, 2 to 100,000. @default 5 */
  period?: number | undefined
  /** Standard deviations from the middle to the upper band. @default 2 */
  deviationsUp?: number | undefined
  /** Standard deviations from the middle to the lower band. @default 2 */
  deviationsDown?: number | undefined
  /** Kind of average in the middle. @default MaType.sma */
  maType?: MaType | undefined
}

/** With a simple average the mean is in the middle band already, so one loop does all. */
function simpleKernel(period: number, up: number, down: number): Kernel {
  const state = new Float64Array(2)
  const lookback = period - 1
  return {
    lookback,
    window: period,
    states: [state],
    run(inputs, outputs, start, end) {
      const seeded = earlier(lookback, end)
      for (let index = start; index < seeded; index++) {
        const value = inputs[0][index] as number
        state[0] = (state[0] as number) + value
        state[1] = (state[1] as number) + value * value
      }
      band(state, period, up, down, inputs[0], outputs, later(start, seeded), end)
    },
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers. Four bars a round, for V8 looks every column up
// again in each round.
function band(
  state: Float64Array,
  period: number,
  up: number,
  down: number,
  input: Float64Array,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const upper = outputs[0]
  const middle = outputs[1]
  const lower = outputs[2]
  const span = +period
  const above = +up
  const below = +down
  const head = headOf(span)
  const tail = tailOf(span)
  let sum = state[0] as number
  let squares = state[1] as number
  let value: number
  let old: number
  let mean: number
  let variance: number
  let deviation: number
  let index = start
  let trailing = start - period + 1
  for (; index < end; index++, trailing++) {
    value = input[index] as number
    sum += value
    squares += value * value
    mean = sum / span
    variance = quotient(squares, head, tail) - mean * mean
    // Where the quick quotient is not sure, the variance is small or NaN.
    if (!(variance >= 1e-14)) variance = squares / span - mean * mean
    deviation = variance < 1e-14 ? 0 : Math.sqrt(variance)
    upper[index] = mean + deviation * above
    middle[index] = mean
    lower[index] = mean - deviation * below
    old = input[trailing] as number
    sum -= old
    squares -= old * old
    if (++index === end) break
    trailing++
    value = input[index] as number
    sum += value
    squares += value * value
    mean = sum / span
    variance = quotient(squares, head, tail) - mean * mean
    if (!(variance >= 1e-14)) variance = squares / span - mean * mean
    deviation = variance < 1e-14 ? 0 : Math.sqrt(variance)
    upper[index] = mean + deviation * above
    middle[index] = mean
    lower[index] = mean - deviation * below
    old = input[trailing] as number
    sum -= old
    squares -= old * old
    if (++index === end) break
    trailing++
    value = input[index] as number
    sum += value
    squares += value * value
    mean = sum / span
    variance = quotient(squares, head, tail) - mean * mean
    if (!(variance >= 1e-14)) variance = squares / span - mean * mean
    deviation = variance < 1e-14 ? 0 : Math.sqrt(variance)
    upper[index] = mean + deviation * above
    middle[index] = mean
    lower[index] = mean - deviation * below
    old = input[trailing] as number
    sum -= old
    squares -= old * old
    if (++index === end) break
    trailing++
    value = input[index] as number
    sum += value
    squares += value * value
    mean = sum / span
    variance = quotient(squares, head, tail) - mean * mean
    if (!(variance >= 1e-14)) variance = squares / span - mean * mean
    deviation = variance < 1e-14 ? 0 : Math.sqrt(variance)
    upper[index] = mean + deviation * above
    middle[index] = mean
    lower[index] = mean - deviation * below
    old = input[trailing] as number
    sum -= old
    squares -= old * old
  }
  state[0] = sum
  state[1] = squares
}

/** The loop with its parameters bound. */
export function bbandsKernel({
  period = 5,
  deviationsUp = 2,
  deviationsDown = 2,
  maType = 0,
}: BbandsOptions): Kernel {
  integer('period', period, 2)
  real('deviationsUp', deviationsUp)
  real('deviationsDown', deviationsDown)
  const average = maSeries(period, maType)
  if (maType === 0) return simpleKernel(period, deviationsUp, deviationsDown)
  // TA-Lib starts the sums of the deviation with the first average.
  const variance = varSeries(period, Math.max(0, average.lookback - period + 1))
  return {
    lookback: Math.max(average.lookback, variance.lookback),
    window: Math.max(average.window, variance.window),
    states: [...average.states, ...variance.states],
    run(inputs, outputs, start, end) {
      const upper = outputs[0]
      const middle = outputs[1]
      const lower = outputs[2]
      average.step(inputs[0], middle, start, end)
      variance.step(inputs[0], upper, start, end)
      for (let index = start; index < end; index++) {
        const spread = upper[index] as number
        const deviation = spread < 1e-14 ? 0 : Math.sqrt(spread)
        const mean = middle[index] as number
        upper[index] = mean + deviation * deviationsUp
        lower[index] = mean - deviation * deviationsDown
      }
    },
  }
}

/** Index of the first value of `bbands`: `period - 1` for a simple average. */
export function bbandsLookback(options: BbandsOptions = {}): number {
  return bbandsKernel(options).lookback
}

/**
 * Bollinger bands: a moving average and its distance of some standard deviations on both sides.
 *
 * - Input: `values[n]`, oldest first, any unit.
 * - Output: `{ upper, middle, lower }`, each `Float64Array[n]` in the input's unit; NaN before `bbandsLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `BBANDS`, to the bit. The deviation is that of the population.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * const { upper, middle, lower } = bbands(closes, { period: 20, deviationsUp: 2, deviationsDown: 2 })
 */
export function bbands(values: Column, options: BbandsOptions = {}): Named<BandOutput> {
  return computeNamed(bbandsKernel, bandNames, [values], options)
}

/** The stream form of `bbands`. */
export function createBbands(options: BbandsOptions = {}): Stream1<Record<BandOutput, number>> {
  const kernel = bbandsKernel(options)
  const { period = 5, deviationsUp = 2, deviationsDown = 2, maType = 0, nan } = options
  if (nan === 'reset' || maType !== 0) return createNamedStream(kernel, bandNames, 1, options)
  return new WindowStream(period, (middle, square) => {
    const variance = square - middle * middle
    const deviation = variance < 1e-14 ? 0 : Math.sqrt(variance)
    // One literal only: the compiler then need not make the object when it is taken apart at once.
    return { upper: middle + deviation * deviationsUp, middle, lower: middle - deviation * deviationsDown }
  })
}
