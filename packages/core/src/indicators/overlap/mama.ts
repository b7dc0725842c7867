import { degrees, hilbertTransform } from '../cycle/hilbert.ts'
import { arcTangent } from '../framework/arc-tangent.ts'
import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { earlier, later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import type { Stream1 } from '../framework/stream.ts'

const names = ['mama', 'fama'] as const

export type MamaOutput = (typeof names)[number]

export type MamaOptions = IndicatorOptions<Named<MamaOutput>> & {
  /** Largest weight of a value, 0.01 to 0.99. @default 0.5 */
  fastLimit?: number | undefined
  /** Smallest weight of a value, 0.01 to 0.99. @default 0.05 */
  slowLimit?: number | undefined
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

const block = 256

/** The building block, over an input that is valid from bar `origin` on. */
export function mamaSeries(origin = 0, fastLimit = 0.5, slowLimit = 0.05) {
  const transform = hilbertTransform(12, origin)
  const inPhase = new Float64Array(block)
  const quadrature = new Float64Array(block)
  const smooth = new Float64Array(block)
  const sink = { offset: 0, inPhase, quadrature }
  // The average, its follower, and the phase before.
  const state = new Float64Array(3)
  return {
    lookback: origin + 32,
    window: transform.window,
    states: [...transform.states, state],
    step(
      input: Float64Array,
      output: Float64Array,
      start: number,
      end: number,
      follower?: Float64Array,
    ): void {
      let average = state[0] as number
      let slower = state[1] as number
      let lastPhase = state[2] as number
      for (let from = later(start, origin); from < end; from += block) {
        const to = earlier(from + block, end)
        sink.offset = from
        transform.step(input, smooth, sink, from, to)
        for (let index = later(from, origin + 12); index < to; index++) {
          const real = inPhase[index - from] as number
          const phase = real === 0 ? 0 : arcTangent((quadrature[index - from] as number) / real) * degrees
          const turned = lastPhase - phase
          lastPhase = phase
          let weight = fastLimit
          if (turned > 1) {
            weight = fastLimit / turned
            if (weight < slowLimit) weight = slowLimit
          }
          average = weight * (input[index] as number) + (1 - weight) * average
          output[index] = average
          if (!follower) continue
          weight *= 0.5
          slower = weight * average + (1 - weight) * slower
          follower[index] = slower
        }
      }
      state[0] = average
      state[1] = slower
      state[2] = lastPhase
    },
  }
}

/** The loop with its parameters bound. */
export function mamaKernel({ fastLimit = 0.5, slowLimit = 0.05, unstablePeriod = 0 }: MamaOptions): Kernel {
  real('fastLimit', fastLimit, 0.01, 0.99)
  real('slowLimit', slowLimit, 0.01, 0.99)
  const { lookback, window, states, step } = mamaSeries(0, fastLimit, slowLimit)
  return {
    lookback: lookback + integer('unstablePeriod', unstablePeriod, 0),
    window,
    states,
    run: (inputs, outputs, start, end) => step(inputs[0], outputs[0], start, end, outputs[1]),
  }
}

/** Index of the first value of `mama`: `32 + unstablePeriod`. */
export function mamaLookback(options: MamaOptions = {}): number {
  return mamaKernel(options).lookback
}

/**
 * MESA adaptive moving average: quick when the phase of the dominant cycle turns slowly, and a follower of it.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `{ mama, fama }`, each `Float64Array[n]`, same unit as the input; NaN before `mamaLookback`.
 * - Cost: O(n), two allocations.
 * - Parity: TA-Lib `MAMA`, to the bit where the C library rounds the arc tangent correctly, else within 1e-12 relative.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * const { mama, fama } = mama(closes, { fastLimit: 0.5, slowLimit: 0.05 })
 */
export function mama(values: Column, options: MamaOptions = {}): Named<MamaOutput> {
  return computeNamed(mamaKernel, names, [values], options)
}

/** The stream form of `mama`. */
export function createMama(options: MamaOptions = {}): Stream1<Record<MamaOutput, number>> {
  return createNamedStream(mamaKernel(options), names, 1, options)
}
