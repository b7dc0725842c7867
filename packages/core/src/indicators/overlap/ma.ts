import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { type SeriesKernel, seriesKernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { demaSeries } from './dema.ts'
import { emaSeries } from './ema.ts'
import { kamaSeries } from './kama.ts'
import type { MaType } from './ma-type.ts'
import { mamaSeries } from './mama.ts'
import { smaSeries } from './sma.ts'
import { t3Series } from './t3.ts'
import { temaSeries } from './tema.ts'
import { trimaSeries } from './trima.ts'
import { wmaSeries } from './wma.ts'

export type MaOptions = IndicatorOptions & {
  /** Bars averaged, 1 to 100,000; 1 gives the input itself. @default 30 */
  period?: number | undefined
  /** Kind of average. @default MaType.sma */
  maType?: MaType | undefined
}

/** An average over one bar: the input itself. */
function copySeries(origin: number): SeriesKernel {
  return {
    lookback: origin,
    window: 0,
    states: [],
    step(input, output, start, end) {
      for (let index = start; index < end; index++) output[index] = input[index] as number
    },
  }
}

/**
 * The building block: any kind of average over an input that is valid from bar `origin` on.
 *
 * @throws {InvalidParameterError} `maType` is not 0 to 8; `name` is what the message calls it
 */
export function maSeries(period: number, maType: MaType = 0, origin = 0, name = 'maType'): SeriesKernel {
  integer(name, maType, 0, 8)
  if (period === 1) return copySeries(origin)
  switch (maType) {
    case 1:
      return emaSeries(period, origin)
    case 2:
      return wmaSeries(period, origin)
    case 3:
      return demaSeries(period, origin)
    case 4:
      return temaSeries(period, origin)
    case 5:
      return trimaSeries(period, origin)
    case 6:
      return kamaSeries(period, origin)
    case 7:
      return mamaSeries(origin)
    case 8:
      return t3Series(period, origin)
    default:
      return smaSeries(period, origin)
  }
}

/** The loop with its parameters bound. */
export function maKernel({ period = 30, maType }: MaOptions) {
  return seriesKernel(maSeries(integer('period', period, 1), maType))
}

/** Index of the first value of `ma`; it depends on the kind. */
export function maLookback(options: MaOptions = {}): number {
  return maKernel(options).lookback
}

/**
 * Moving average of the kind `maType`.
 *
 * - Input: `values[n]`, oldest first, any unit.
 * - Output: `Float64Array[n]`, same unit; NaN before `maLookback`.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `MA`, to the bit (within 1e-12 for MAMA).
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 1 to 100,000, or `maType` is not 0 to 8
 * @example
 * ma(closes, { period: 20, maType: MaType.ema })
 */
export function ma(values: Column, options: MaOptions = {}): Float64Array {
  return compute(maKernel, [values], options)
}

/** The stream form of `ma`. */
export function createMa(options: MaOptions = {}): Stream1 {
  return createStream(maKernel(options), 1, options)
}
