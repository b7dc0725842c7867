import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { maSeries } from '../overlap/ma.ts'
import type { MaType } from '../overlap/ma-type.ts'
import { fastKKernel } from './fast-k.ts'

const names = ['fastK', 'fastD'] as const

export type StochfOutput = (typeof names)[number]

export type StochfOptions = IndicatorOptions<Named<StochfOutput>> & {
  /** Bars of the price range, 1 to 100,000. @default 5 */
  fastKPeriod?: number | undefined
  /** Bars of the smoothing, 1 to 100,000. @default 3 */
  fastDPeriod?: number | undefined
  /** Kind of the smoothing. @default MaType.sma */
  fastDMaType?: MaType | undefined
}

/** The loop with its parameters bound. */
export function stochfKernel({ fastKPeriod = 5, fastDPeriod = 3, fastDMaType }: StochfOptions): Kernel {
  const fastK = fastKKernel(integer('fastKPeriod', fastKPeriod, 1))
  const fastD = maSeries(integer('fastDPeriod', fastDPeriod, 1), fastDMaType, fastK.lookback, 'fastDMaType')
  return {
    lookback: fastD.lookback,
    window: Math.max(fastK.window, fastD.window),
    states: [...fastK.states, ...fastD.states],
    forget: fastK.forget,
    run(inputs, outputs, start, end) {
      fastK.step(inputs[0], inputs[1], inputs[2], outputs[0], start, end)
      fastD.step(outputs[0], outputs[1], start, end)
    },
  }
}

/** Index of the first value of `stochf`: the lookbacks of range and smoothing together. */
export function stochfLookback(options: StochfOptions = {}): number {
  return stochfKernel(options).lookback
}

/**
 * Fast stochastic: where the close lies in the range of the last bars, and its average.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `{ fastK, fastD }`, each `Float64Array[n]`, 0 to 100; NaN before `stochfLookback`; 0 where the range is 0.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `STOCHF`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 * @example
 * const { fastK, fastD } = stochf(high, low, close, { fastKPeriod: 14, fastDPeriod: 3 })
 */
export function stochf(
  high: Column,
  low: Column,
  close: Column,
  options: StochfOptions = {},
): Named<StochfOutput> {
  return computeNamed(stochfKernel, names, [high, low, close], options)
}

/** The stream form of `stochf`. */
export function createStochf(options: StochfOptions = {}): HighLowCloseStream<Record<StochfOutput, number>> {
  return createNamedStream(stochfKernel(options), names, 3, options)
}
