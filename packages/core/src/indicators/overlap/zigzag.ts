import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { real } from '../framework/parameter.ts'
import type { HighLowStream } from '../framework/stream.ts'

const names = ['extreme', 'pivot', 'direction'] as const

export type ZigzagOutput = (typeof names)[number]

export type ZigzagOptions = IndicatorOptions<Named<ZigzagOutput>> & {
  /** Percent that the price must come back to end a leg, from 0.0001. @default 5 */
  deviation?: number | undefined
}

/** The loop with its parameters bound. */
export function zigzagKernel({ deviation = 5 }: ZigzagOptions): Kernel {
  real('deviation', deviation, 0.0001)
  const share = deviation / 100
  // Extreme of the leg, the turning point before it, direction; 0 before the first bar.
  const state = new Float64Array(3)
  return {
    lookback: 0,
    window: 0,
    states: [state],
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      let extreme = state[0] as number
      let pivot = state[1] as number
      let direction = state[2] as number
      for (let index = start; index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        if (direction === 0) {
          direction = 1
          extreme = top
          pivot = bottom
        } else if (direction > 0) {
          if (top >= extreme) extreme = top
          else if (bottom <= extreme * (1 - share)) {
            pivot = extreme
            extreme = bottom
            direction = -1
          }
        } else if (bottom <= extreme) extreme = bottom
        else if (top >= extreme * (1 + share)) {
          pivot = extreme
          extreme = top
          direction = 1
        }
        outputs[0][index] = extreme
        outputs[1][index] = pivot
        outputs[2][index] = direction
      }
      state[0] = extreme
      state[1] = pivot
      state[2] = direction
    },
  }
}

/** Index of the first value of `zigzag`. */
export function zigzagLookback(options: ZigzagOptions = {}): number {
  return zigzagKernel(options).lookback
}

/**
 * ZigZag, told bar by bar: the end of the leg under way, which moves while the leg grows, and the last settled turning point. A line drawn between the ends repaints: its last leg is not final.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `extreme`, `pivot` in price units and `direction` (1 up, -1 down), `Float64Array[n]` each, from the first bar.
 * - Cost: O(n), three allocations.
 * - Source: A. Merrill, "Filtered Waves" (1977), of highs and lows. The first leg is taken to rise from the first low.
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function zigzag(high: Column, low: Column, options: ZigzagOptions = {}): Named<ZigzagOutput> {
  return computeNamed(zigzagKernel, names, [high, low], options)
}

/** The stream form of `zigzag`. */
export function createZigzag(options: ZigzagOptions = {}): HighLowStream<Record<ZigzagOutput, number>> {
  return createNamedStream(zigzagKernel(options), names, 2, options)
}
