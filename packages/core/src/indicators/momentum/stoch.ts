import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { maSeries } from '../overlap/ma.ts'
import type { MaType } from '../overlap/ma-type.ts'
import { fastKKernel } from './fast-k.ts'

const names = ['slowK', 'slowD'] as const

export type StochOutput = (typeof names)[number]

export type StochOptions = IndicatorOptions<Named<StochOutput>> & {
  /** Bars of the price range, 1 to 100,000. @default 5 */
  fastKPeriod?: number | undefined
  /** Bars of the first smoothing, 1 to 100,000. @default 3 */
  slowKPeriod?: number | undefined
  /** Kind of the first smoothing. @default MaType.sma */
  slowKMaType?: MaType | undefined
  /** Bars of the second smoothing, 1 to 100,000. @default 3 */
  slowDPeriod?: number | undefined
  /** Kind of the second smoothing. @default MaType.sma */
  slowDMaType?: MaType | undefined
}

/** The loop with its parameters bound. */
export function stochKernel(options: StochOptions): Kernel {
  const { fastKPeriod = 5, slowKPeriod = 3, slowKMaType, slowDPeriod = 3, slowDMaType } = options
  const fastK = fastKKernel(integer('fastKPeriod', fastKPeriod, 1))
  const slowK = maSeries(integer('slowKPeriod', slowKPeriod, 1), slowKMaType, fastK.lookback, 'slowKMaType')
  const slowD = maSeries(integer('slowDPeriod', slowDPeriod, 1), slowDMaType, slowK.lookback, 'slowDMaType')
  return {
    lookback: slowD.lookback,
    window: Math.max(fastK.window, slowK.window, slowD.window),
    states: [...fastK.states, ...slowK.states, ...slowD.states],
    scratch: slidingScratch(1),
    forget: fastK.forget,
    run(inputs, outputs, start, end) {
      fastK.step(inputs[0], inputs[1], inputs[2], outputs[2], start, end)
      slowK.step(outputs[2], outputs[0], start, end)
      slowD.step(outputs[0], outputs[1], start, end)
    },
  }
}

/** Index of the first value of `stoch`: the lookbacks of range, first and second smoothing together. */
export function stochLookback(options: StochOptions = {}): number {
  return stochKernel(options).lookback
}

/**
 * Stochastic oscillator: where the close lies in the range of the last bars, smoothed twice.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `{ slowK, slowD }`, each `Float64Array[n]`, 0 to 100; NaN before `stochLookback`; 0 where the range is 0.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `STOCH`, to the bit.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 * @example
 * const { slowK, slowD } = stoch(high, low, close, { fastKPeriod: 14, slowKPeriod: 3, slowDPeriod: 3 })
 */
export function stoch(
  high: Column,
  low: Column,
  close: Column,
  options: StochOptions = {},
): Named<StochOutput> {
  return computeNamed(stochKernel, names, [high, low, close], options)
}

/** The stream form of `stoch`. */
export function createStoch(options: StochOptions = {}): HighLowCloseStream<Record<StochOutput, number>> {
  return createNamedStream(stochKernel(options), names, 3, options)
}
