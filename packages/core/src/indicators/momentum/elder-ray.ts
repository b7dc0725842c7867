import type { Column, Columns, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import type { Profile } from '../framework/profile.ts'
import type { HighLowCloseStream } from '../framework/stream.ts'
import { profiledEma } from '../overlap/ema.ts'

const names = ['bull', 'bear'] as const

export type ElderRayOutput = (typeof names)[number]

export type ElderRayOptions = IndicatorOptions<Named<ElderRayOutput>> & {
  /** Bars of the average, 1 to 100,000. @default 13 */
  period?: number | undefined
  /** `tradingview` seeds each average with its first value. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function elderRayKernel({ period = 13, profile }: ElderRayOptions): Kernel {
  integer('period', period, 1)
  const average = profiledEma(profile, period)
  return {
    lookback: average.lookback,
    window: 0,
    states: average.states,
    run(inputs, outputs, start, end) {
      average.step(inputs[2], outputs[0], start, end)
      reach(outputs[0], inputs, outputs, later(start, average.lookback), end)
    },
  }
}

/** The same over the average, which is the fourth input. */
export function elderRayOver(lookback: number): Kernel {
  return {
    lookback,
    window: 0,
    states: [],
    run: (inputs, outputs, start, end) => reach(inputs[3], inputs, outputs, later(start, lookback), end),
  }
}

function reach(average: Float64Array, inputs: Columns, outputs: Columns, start: number, end: number): void {
  const high = inputs[0]
  const low = inputs[1]
  const bull = outputs[0]
  const bear = outputs[1]
  for (let index = start; index < end; index++) {
    const centre = average[index] as number
    bull[index] = (high[index] as number) - centre
    bear[index] = (low[index] as number) - centre
  }
}

/** Index of the first value of `elderRay`. */
export function elderRayLookback(options: ElderRayOptions = {}): number {
  return elderRayKernel(options).lookback
}

/**
 * Elder ray: how far highs reach above, and lows below, an exponential average of the close.
 *
 * - Input: `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `bull` and `bear`, `Float64Array[n]` each, price units; the first `period - 1` slots are NaN.
 * - Cost: O(n), two allocations.
 * - Source: A. Elder, "Trading for a Living" (1993).
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function elderRay(
  high: Column,
  low: Column,
  close: Column,
  options: ElderRayOptions = {},
): Named<ElderRayOutput> {
  return computeNamed(elderRayKernel, names, [high, low, close], options)
}

/** The stream form of `elderRay`. */
export function createElderRay(
  options: ElderRayOptions = {},
): HighLowCloseStream<Record<ElderRayOutput, number>> {
  return createNamedStream(elderRayKernel(options), names, 3, options)
}
