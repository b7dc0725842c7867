import type { Column, IndicatorOptions, Named } from '../framework/column.ts'
import { computeNamed } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createNamedStream } from '../framework/kernel-stream.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import type { Stream1 } from '../framework/stream.ts'
import { smaSeries } from '../overlap/sma.ts'

const names = ['value', 'signal'] as const

export type KstOutput = (typeof names)[number]

export type KstOptions = IndicatorOptions<Named<KstOutput>> & {
  /** Bars of rate of change 1, 1 to 100,000. @default 10 */
  rate1?: number | undefined
  /** Bars of rate of change 2, 1 to 100,000. @default 15 */
  rate2?: number | undefined
  /** Bars of rate of change 3, 1 to 100,000. @default 20 */
  rate3?: number | undefined
  /** Bars of rate of change 4, 1 to 100,000. @default 30 */
  rate4?: number | undefined
  /** Bars that rate of change 1 is averaged over, 1 to 100,000. @default 10 */
  average1?: number | undefined
  /** Bars that rate of change 2 is averaged over, 1 to 100,000. @default 10 */
  average2?: number | undefined
  /** Bars that rate of change 3 is averaged over, 1 to 100,000. @default 10 */
  average3?: number | undefined
  /** Bars that rate of change 4 is averaged over, 1 to 100,000. @default 15 */
  average4?: number | undefined
  /** Bars of the signal, 1 to 100,000. @default 9 */
  signalPeriod?: number | undefined
}

/** The loop with its parameters bound. */
export function kstKernel({
  rate1 = 10,
  rate2 = 15,
  rate3 = 20,
  rate4 = 30,
  average1 = 10,
  average2 = 10,
  average3 = 10,
  average4 = 15,
  signalPeriod = 9,
}: KstOptions): Kernel {
  integer('rate1', rate1, 1)
  integer('rate2', rate2, 1)
  integer('rate3', rate3, 1)
  integer('rate4', rate4, 1)
  integer('average1', average1, 1)
  integer('average2', average2, 1)
  integer('average3', average3, 1)
  integer('average4', average4, 1)
  integer('signalPeriod', signalPeriod, 1)
  const rates = [rate1, rate2, rate3, rate4]
  const averages = [average1, average2, average3, average4].map((bars, place) =>
    smaSeries(bars, rates[place]),
  )
  const longest = Math.max(...averages.map(({ lookback }) => lookback))
  const smooth = smaSeries(signalPeriod, longest)
  return {
    lookback: smooth.lookback,
    window: Math.max(...rates, ...averages.map(({ window }) => window), smooth.window),
    states: [...averages.flatMap(({ states }) => states), ...smooth.states],
    scratch: slidingScratch(5),
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const value = outputs[0]
      const averaged = outputs[6]
      for (let place = 0; place < 4; place++) {
        const bars = rates[place] as number
        const rate = outputs[(place + 2) as 2]
        for (let index = later(start, bars); index < end; index++) {
          const before = values[index - bars] as number
          rate[index] = before === 0 ? 0 : ((values[index] as number) / before - 1) * 100
        }
        averages[place]?.step(rate, averaged, start, end)
        for (let index = later(start, longest); index < end; index++) {
          const part = (place + 1) * (averaged[index] as number)
          value[index] = place === 0 ? part : (value[index] as number) + part
        }
      }
      smooth.step(value, outputs[1], start, end)
    },
  }
}

/** Index of the first value of `kst`. */
export function kstLookback(options: KstOptions = {}): number {
  return kstKernel(options).lookback
}

/**
 * Know sure thing: four averaged rates of change, the longer the heavier, added up.
 *
 * - Input: `values[n]`, oldest first.
 * - Output: `value` and `signal`, `Float64Array[n]` each, percent; NaN until the signal is full.
 * - Cost: O(n), seven allocations.
 * - Source: M. Pring, "Summed Rate of Change (KST)", Stocks & Commodities V. 10:9 (1992): the short-term set.
 *
 * @throws {InvalidParameterError} a parameter is out of its range
 */
export function kst(values: Column, options: KstOptions = {}): Named<KstOutput> {
  return computeNamed(kstKernel, names, [values], options)
}

/** The stream form of `kst`. */
export function createKst(options: KstOptions = {}): Stream1<Record<KstOutput, number>> {
  return createNamedStream(kstKernel(options), names, 1, options)
}
