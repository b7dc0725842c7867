import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import type { Stream1 } from '../framework/stream.ts'
import { dominantPhase } from './dominant-phase.ts'
import { degrees, hilbertKernel } from './hilbert.ts'

const names = ['sine', 'leadSine'] as const

export type HtSineOutput = (typeof names)[number]

export type HtSineOptions = IndicatorOptions<Named<HtSineOutput>> & {
  /** Leading values to hide while the seed fades. @default 0 */
  unstablePeriod?: number | undefined
}

const radian = 1 / degrees

/** The loop with its parameters bound. */
export function htSineKernel({ unstablePeriod = 0 }: HtSineOptions): Kernel {
  const phase = dominantPhase(37)
  return hilbertKernel({
    delay: 37,
    lookback: 63,
    unstablePeriod,
    outputs: 2,
    scratch: 2,
    sinkOf: (columns) => ({ offset: 0, period: columns[3] }),
    follow: {
      ...phase,
      run(_, columns, start, end) {
        phase.step(columns[2], columns[3], columns[0], start, end)
        sines(columns[0], columns, start, end)
      },
    },
  })
}

/** The same over the phase, which is the second input. */
export function htSineOver(lookback: number): Kernel {
  return {
    lookback,
    window: 0,
    states: [],
    run: (inputs, outputs, start, end) => sines(inputs[1], outputs, start, end),
  }
}

function sines(phases: Float64Array, outputs: Columns, start: number, end: number): void {
  const sine = outputs[0]
  const leadSine = outputs[1]
  for (let index = start; index < end; index++) {
    const angle = phases[index] as number
    sine[index] = Math.sin(angle * radian)
    leadSine[index] = Math.sin((angle + 45) * radian)
  }
}

/** Index of the first value of `htSine`: `63 + unstablePeriod`. */
export function htSineLookback(options: HtSineOptions = {}): number {
  return htSineKernel(options).lookback
}

/**
 * Sine of the dominant cycle's phase, and the sine 45 degrees ahead: they cross at the turns of a cycle.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `{ sine, leadSine }`, each `Float64Array[n]`, -1 to 1; NaN before `htSineLookback`.
 * - Cost: O(n), four allocations.
 * - Parity: TA-Lib `HT_SINE`, within 1e-9 absolute: sine and cosine differ between C libraries.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 * @example
 * const { sine, leadSine } = htSine(closes)
 */
export function htSine(values: Column, options: HtSineOptions = {}): Named<HtSineOutput> {
  return computeNamed(htSineKernel, names, [values], options)
}

/** The stream form of `htSine`. */
export function createHtSine(options: HtSineOptions = {}): Stream1<Record<HtSineOutput, number>> {
  return createNamedStream(htSineKernel(options), names, 1, options)
}
