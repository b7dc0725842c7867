import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { maSeries } from '../overlap/ma.ts'
import type { MaType } from '../overlap/ma-type.ts'
import { type MacdOutput, macdNames as names } from './macd.ts'

export type MacdextOptions = IndicatorOptions<Named<MacdOutput>> & {
  /** Bars of one average, 2 to 100,000. @default 12 */
  fastPeriod?: number | undefined
  /** Its kind. @default MaType.sma */
  fastMaType?: MaType | undefined
  /** Bars of the other average, 2 to 100,000; the longer one is subtracted. @default 26 */
  slowPeriod?: number | undefined
  /** Its kind. @default MaType.sma */
  slowMaType?: MaType | undefined
  /** Bars of the average of the difference, 1 to 100,000. @default 9 */
  signalPeriod?: number | undefined
  /** Its kind. @default MaType.sma */
  signalMaType?: MaType | undefined
}

/** The loop with its parameters bound. */
export function macdextKernel(options: MacdextOptions): Kernel {
  const { fastPeriod = 12, slowPeriod = 26, signalPeriod = 9, fastMaType, slowMaType, signalMaType } = options
  integer('fastPeriod', fastPeriod, 2)
  integer('slowPeriod', slowPeriod, 2)
  integer('signalPeriod', signalPeriod, 1)
  // Both averages begin with the one that takes longer: their running sums start there.
  const one = (origin: number) => maSeries(fastPeriod, fastMaType, origin, 'fastMaType')
  const other = (origin: number) => maSeries(slowPeriod, slowMaType, origin, 'slowMaType')
  const first = Math.max(one(0).lookback, other(0).lookback)
  const averages = [one(first - one(0).lookback), other(first - other(0).lookback)] as const
  const [fast, slow] = slowPeriod < fastPeriod ? ([averages[1], averages[0]] as const) : averages
  const signal = maSeries(signalPeriod, signalMaType, first, 'signalMaType')
  return {
    lookback: signal.lookback,
    window: Math.max(fast.window, slow.window, signal.window),
    states: [...fast.states, ...slow.states, ...signal.states],
    run(inputs, outputs, start, end) {
      const line = outputs[0]
      const signals = outputs[1]
      const histogram = outputs[2]
      fast.step(inputs[0], line, start, end)
      slow.step(inputs[0], histogram, start, end)
      for (let index = start; index < end; index++)
        line[index] = (line[index] as number) - (histogram[index] as number)
      signal.step(line, signals, start, end)
      for (let index = start; index < end; index++)
        histogram[index] = (line[index] as number) - (signals[index] as number)
    },
  }
}

/** Index of the first value of `macdext`: the longer of the averages, and the signal. */
export function macdextLookback(options: MacdextOptions = {}): number {
  return macdextKernel(options).lookback
}

/**
 * MACD with averages of any kind: a faster average minus a slower one, the average of that, and their distance.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `{ macd, signal, histogram }`, each `Float64Array[n]` in the input's unit; NaN before `macdextLookback`.
 * - Cost: O(n), three allocations.
 * - Parity: TA-Lib `MACDEXT`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * macdext(closes, { fastMaType: MaType.ema, slowMaType: MaType.ema, signalMaType: MaType.sma })
 */
export function macdext(values: Column, options: MacdextOptions = {}): Named<MacdOutput> {
  return computeNamed(macdextKernel, names, [values], options)
}

/** The stream form of `macdext`. */
export function createMacdext(options: MacdextOptions = {}): Stream1<Record<MacdOutput, number>> {
  return createNamedStream(macdextKernel(options), names, 1, options)
}
