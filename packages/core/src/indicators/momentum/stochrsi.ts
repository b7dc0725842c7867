import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { maSeries } from '../overlap/ma.ts'
import type { MaType } from '../overlap/ma-type.ts'
import { fastKKernel } from './fast-k.ts'
import { gainLossSeries } from './gain-loss.ts'

const names = ['fastK', 'fastD'] as const

export type StochrsiOutput = (typeof names)[number]

export type StochrsiOptions = IndicatorOptions<Named<StochrsiOutput>> & {
  /** Bars of the RSI, 2 to 100,000. @default 14 */
  period?: number | undefined
  /** Bars of the RSI's range, 1 to 100,000. @default 5 */
  fastKPeriod?: number | undefined
  /** Bars of the smoothing, 1 to 100,000. @default 3 */
  fastDPeriod?: number | undefined
  /** Kind of the smoothing. @default MaType.sma */
  fastDMaType?: MaType | undefined
  /** Leading values of the RSI to leave out while its seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function stochrsiKernel(options: StochrsiOptions): Kernel {
  const { period = 14, unstablePeriod = 0 } = options
  const strength = gainLossSeries(integer('period', period, 2), false)
  const { states, follow, ...over } = placeStrength(
    options,
    strength.lookback + integer('unstablePeriod', unstablePeriod, 0),
  )
  return {
    ...over,
    states: [...strength.states, ...states],
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      strength.step(inputs[0], outputs[2], start, end)
      follow(outputs[2], outputs, start, end)
    },
  }
}

/** The same over the RSI, which is the second input and valid from bar `origin` on. */
export function stochrsiOver(options: StochrsiOptions, origin: number): Kernel {
  const { follow, ...over } = placeStrength(options, origin)
  return { ...over, run: (inputs, outputs, start, end) => follow(inputs[1], outputs, start, end) }
}

function placeStrength(options: StochrsiOptions, origin: number) {
  const { fastKPeriod = 5, fastDPeriod = 3, fastDMaType } = options
  const fastK = fastKKernel(integer('fastKPeriod', fastKPeriod, 1), origin)
  const fastD = maSeries(integer('fastDPeriod', fastDPeriod, 1), fastDMaType, fastK.lookback, 'fastDMaType')
  return {
    lookback: fastD.lookback,
    window: Math.max(fastK.window, fastD.window),
    states: [...fastK.states, ...fastD.states],
    forget: fastK.forget,
    follow(strengths: Float64Array, outputs: Columns, start: number, end: number): void {
      fastK.step(strengths, strengths, strengths, outputs[0], start, end)
      fastD.step(outputs[0], outputs[1], start, end)
    },
  }
}

/** Index of the first value of `stochrsi`: the lookbacks of RSI, range and smoothing together. */
export function stochrsiLookback(options: StochrsiOptions = {}): number {
  return stochrsiKernel(options).lookback
}

/**
 * Stochastic RSI: where the RSI lies in its own range of the last bars, and the average of that.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `{ fastK, fastD }`, each `Float64Array[n]`, 0 to 100; NaN before `stochrsiLookback`; 0 where the range is 0.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `STOCHRSI`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * const { fastK, fastD } = stochrsi(closes, { period: 14, fastKPeriod: 14, fastDPeriod: 3 })
 */
export function stochrsi(values: Column, options: StochrsiOptions = {}): Named<StochrsiOutput> {
  return computeNamed(stochrsiKernel, names, [values], options)
}

/** The stream form of `stochrsi`. */
export function createStochrsi(options: StochrsiOptions = {}): Stream1<Record<StochrsiOutput, number>> {
  return createNamedStream(stochrsiKernel(options), names, 1, options)
}
