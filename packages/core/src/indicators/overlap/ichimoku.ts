import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { HighLowStream } from '../framework/stream.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'

const names = ['conversion', 'base', 'leadingA', 'leadingB'] as const

export type IchimokuOutput = (typeof names)[number]

export type IchimokuOptions = IndicatorOptions<Named<IchimokuOutput>> & {
  /** Bars of the conversion line, 1 to 100,000. @default 9 */
  conversionPeriod?: number | undefined
  /** Bars of the base line, 1 to 100,000. @default 26 */
  basePeriod?: number | undefined
  /** Bars of the second leading span, 1 to 100,000. @default 52 */
  spanPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function ichimokuKernel({
  conversionPeriod = 9,
  basePeriod = 26,
  spanPeriod = 52,
}: IchimokuOptions): Kernel {
  integer('conversionPeriod', conversionPeriod, 1)
  integer('basePeriod', basePeriod, 1)
  integer('spanPeriod', spanPeriod, 1)
  const ranges = [conversionPeriod, basePeriod, spanPeriod].map((bars) => ({
    highest: new SlidingExtreme(bars, 1),
    lowest: new SlidingExtreme(bars, -1),
  }))
  const lookback = Math.max(conversionPeriod, basePeriod, spanPeriod) - 1
  return {
    lookback,
    window: lookback + 1,
    states: ranges.flatMap(({ highest, lowest }) => [highest.state, lowest.state]),
    scratch: slidingScratch(1),
    forget() {
      for (const { highest, lowest } of ranges) {
        highest.forget()
        lowest.forget()
      }
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const lows = outputs[4]
      const lines = [outputs[0], outputs[1], outputs[3]] as const
      for (let place = 0; place < 3; place++) {
        const range = ranges[place]
        const middle = lines[place as 0]
        range?.highest.follow(high, middle, undefined, 0, start, end)
        range?.lowest.follow(low, lows, undefined, 0, start, end)
        for (let index = start; index < end; index++)
          middle[index] = ((middle[index] as number) + (lows[index] as number)) / 2
      }
      for (let index = start; index < end; index++)
        outputs[2][index] = ((outputs[0][index] as number) + (outputs[1][index] as number)) / 2
    },
  }
}

/** Index of the first value of `ichimoku`. */
export function ichimokuLookback(options: IchimokuOptions = {}): number {
  return ichimokuKernel(options).lookback
}

/**
 * Ichimoku cloud: the middles of three ranges. No output is shifted: a chart draws the leading spans `basePeriod` bars ahead and the close, as the lagging span, as many back.
 *
 * - Input: `high[n]`, `low[n]`, oldest first.
 * - Output: `conversion`, `base`, `leadingA`, `leadingB`, `Float64Array[n]` each, price units; NaN until the longest period is full.
 * - Cost: O(n), five allocations.
 * - Source: G. Hosoda, "Ichimoku Kinko Hyo" (1969); StockCharts, ChartSchool, "Ichimoku Cloud".
 *
 * @throws {InvalidParameterError} a parameter is out of its range, or the columns differ in length
 */
export function ichimoku(high: Column, low: Column, options: IchimokuOptions = {}): Named<IchimokuOutput> {
  return computeNamed(ichimokuKernel, names, [high, low], options)
}

/** The stream form of `ichimoku`. */
export function createIchimoku(options: IchimokuOptions = {}): HighLowStream<Record<IchimokuOutput, number>> {
  return createNamedStream(ichimokuKernel(options), names, 2, options)
}
