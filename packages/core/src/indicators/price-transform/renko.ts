import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

const names = ['value', 'direction', 'bricks'] as const

export type RenkoOutput = (typeof names)[number]

export type RenkoOptions = IndicatorOptions<Named<RenkoOutput>> & {
  /** Height of a brick in price units; 0 takes `percent` of the first value, from 0. @default 0 */
  size?: number | undefined
  /** Height of a brick as a share of the first value, percent, from 0.0001. @default 1 */
  percent?: number | undefined
}

/** The loop with its parameters bound. */
export function renkoKernel({ size = 0, percent = 1 }: RenkoOptions): Kernel {
  real('size', size, 0)
  real('percent', percent, 0.0001)
  // End of the last brick, height, direction, whether there was a first value.
  const state = new Float64Array(4)
  return {
    lookback: 0,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      for (let index = start; index < end; index++) {
        const value = values[index] as number
        if (state[3] === 0) {
          state[0] = value
          state[1] = size > 0 ? size : (Math.abs(value) * percent) / 100
          state[3] = 1
        }
        const last = state[0] as number
        const height = state[1] as number
        const direction = state[2] as number
        const distance = height > 0 ? (value - last) / height : 0
        // The first of the bricks against the direction lies behind the last brick and is not drawn.
        const turn = direction !== 0 && distance * direction < 0 ? 1 : 0
        const crossed = Math.floor(Math.abs(distance))
        const bricks = crossed > turn ? crossed - turn : 0
        if (bricks > 0) {
          const side = distance > 0 ? 1 : -1
          state[0] = last + side * crossed * height
          state[2] = side
          outputs[2][index] = side * bricks
        } else outputs[2][index] = 0
        outputs[0][index] = state[0] as number
        outputs[1][index] = state[2] as number
      }
    },
  }
}

/** Index of the first value of `renko`. */
export function renkoLookback(options: RenkoOptions = {}): number {
  return renkoKernel(options).lookback
}

/**
 * Renko bricks, told bar by bar: where the last brick ended, which way it went, and how many bricks the bar added. A turn takes two bricks.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `value` in price units, `direction` (1, -1, 0 before the first brick) and `bricks` (negative downwards), `Float64Array[n]` each, from the first bar.
 * - Cost: O(n), three allocations.
 * - Source: S. Nison, "Beyond Candlesticks" (1994), of closes.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function renko(values: Column, options: RenkoOptions = {}): Named<RenkoOutput> {
  return computeNamed(renkoKernel, names, [values], options)
}

/** The stream form of `renko`. */
export function createRenko(options: RenkoOptions = {}): Stream1<Record<RenkoOutput, number>> {
  return createNamedStream(renkoKernel(options), names, 1, options)
}
