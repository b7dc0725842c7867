import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { emaSeries } from './ema.ts'

const names = ['jaw', 'teeth', 'lips'] as const

export type AlligatorOutput = (typeof names)[number]

export type AlligatorOptions = IndicatorOptions<Named<AlligatorOutput>> & {
  /** Bars of the jaw, 1 to 100,000. @default 13 */
  jawPeriod?: number | undefined
  /** Bars of the teeth, 1 to 100,000. @default 8 */
  teethPeriod?: number | undefined
  /** Bars of the lips, 1 to 100,000. @default 5 */
  lipsPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function alligatorKernel({
  jawPeriod = 13,
  teethPeriod = 8,
  lipsPeriod = 5,
}: AlligatorOptions): Kernel {
  integer('jawPeriod', jawPeriod, 1)
  integer('teethPeriod', teethPeriod, 1)
  integer('lipsPeriod', lipsPeriod, 1)
  const lines = [jawPeriod, teethPeriod, lipsPeriod].map((bars) => emaSeries(bars, 0, 1 / bars))
  return {
    lookback: Math.max(jawPeriod, teethPeriod, lipsPeriod) - 1,
    window: 0,
    states: lines.flatMap(({ states }) => states),
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const middle = outputs[3]
      for (let index = start; index < end; index++)
        middle[index] = ((high[index] as number) + (low[index] as number)) / 2
      for (let place = 0; place < 3; place++) lines[place]?.step(middle, outputs[place as 0], start, end)
    },
  }
}

/** Index of the first value of `alligator`. */
export function alligatorLookback(options: AlligatorOptions = {}): number {
  return alligatorKernel(options).lookback
}

/**
 * Williams' alligator: three Wilder averages of the bar's middle. No output is shifted: a chart draws them 8, 5 and 3 bars ahead.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `jaw`, `teeth`, `lips`, `Float64Array[n]` each, price units; NaN until the longest period is full.
 * - Cost: O(n), four allocations.
 * - Source: B. Williams, "Trading Chaos" (1995); formula and defaults of TradingView's script "Williams Alligator".
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function alligator(high: Column, low: Column, options: AlligatorOptions = {}): Named<AlligatorOutput> {
  return computeNamed(alligatorKernel, names, [high, low], options)
}

/** The stream form of `alligator`. */
export function createAlligator(
  options: AlligatorOptions = {},
): HighLowStream<Record<AlligatorOutput, number>> {
  return createNamedStream(alligatorKernel(options), names, 2, options)
}
