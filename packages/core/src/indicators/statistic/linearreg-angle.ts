import { arcTangent } from '../framework/arc-tangent.ts'
import type { Column, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'
import { lineKernel } from './fit-lines.ts'

export type LinearregAngleOptions = IndicatorOptions & {
  /** Bars in the window, 2 to 100,000. @default 14 */
  period?: number | undefined
}

/** The loop with its parameters bound. */
export function linearregAngleKernel({ period = 14 }: LinearregAngleOptions): Kernel {
  const slopes = lineKernel(integer('period', period, 2), -1)
  return {
    ...slopes,
    run(inputs, outputs, start, end) {
      slopes.run(inputs, outputs, start, end)
      angles(outputs[0], outputs[0], later(start, slopes.lookback), end)
    },
  }
}

/** The same over the slope, which is the second input. */
export function linearregAngleOver(lookback: number): Kernel {
  return {
    lookback,
    window: 0,
    states: [],
    run: (inputs, outputs, start, end) => angles(inputs[1], outputs[0], start, end),
  }
}

function angles(slopes: Float64Array, output: Float64Array, start: number, end: number): void {
  for (let index = start; index < end; index++)
    output[index] = arcTangent(slopes[index] as number) * (180 / Math.PI)
}

/** Index of the first value of `linearregAngle`. */
export function linearregAngleLookback(options: LinearregAngleOptions = {}): number {
  return linearregAngleKernel(options).lookback
}

/**
 * Linear regression angle: the slope of the least-squares line through the last `period` values as an angle.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `Float64Array[n]`, degrees; the first `period - 1` slots are NaN.
 * - Cost: O(n * period), one allocation: any shorter way rounds differently.
 * - Parity: TA-Lib `LINEARREG_ANGLE`, to the bit where the C library rounds the arc tangent correctly, else within 1e-12 relative.
 *
 * @throws {InvalidParameterError} `period` is not a whole number from 2 to 100,000
 * @example
 * linearregAngle([1, 2, 3], { period: 2 }) // [NaN, 45, 45]
 */
export function linearregAngle(values: Column, options: LinearregAngleOptions = {}): Float64Array {
  return compute(linearregAngleKernel, [values], options)
}

/** The stream form of `linearregAngle`. */
export function createLinearregAngle(options: LinearregAngleOptions = {}): Stream1 {
  return createStream(linearregAngleKernel(options), 1, options)
}
