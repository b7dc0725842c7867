import type { Kernel } from '../framework/kernel.ts'
import { integer } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import { isZero } from '../framework/zero.ts'
import { maSeries } from '../overlap/ma.ts'
import type { MaType } from '../overlap/ma-type.ts'

/** Parameters that APO and PPO share. */
export type PriceOscillatorOptions = {
  /** Bars of the faster average, 2 to 100,000. @default 12 */
  fastPeriod?: number | undefined
  /** Bars of the slower average, 2 to 100,000; swapped with the faster when smaller. @default 26 */
  slowPeriod?: number | undefined
  /** Kind of both averages. @default MaType.sma */
  maType?: MaType | undefined
}

/** The faster average minus the slower one; with `percent` as a share of the slower one. */
export function priceOscillatorKernel(
  { fastPeriod = 12, slowPeriod = 26, maType }: PriceOscillatorOptions,
  percent: boolean,
): Kernel {
  const shorter = Math.min(integer('fastPeriod', fastPeriod, 2), integer('slowPeriod', slowPeriod, 2))
  const fast = maSeries(shorter, maType)
  const slow = maSeries(Math.max(fastPeriod, slowPeriod), maType)
  return {
    lookback: slow.lookback,
    window: Math.max(fast.window, slow.window),
    states: [...fast.states, ...slow.states],
    scratch: slidingScratch(1),
    run(inputs, outputs, start, end) {
      const output = outputs[0]
      const quick = outputs[1]
      fast.step(inputs[0], quick, start, end)
      slow.step(inputs[0], output, start, end)
      if (percent) compare(quick, output, start, end)
      else subtract(quick, output, start, end)
    },
  }
}

function subtract(quick: Float64Array, output: Float64Array, start: number, end: number): void {
  for (let index = start; index < end; index++)
    output[index] = (quick[index] as number) - (output[index] as number)
}

function compare(quick: Float64Array, output: Float64Array, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const calm = output[index] as number
    output[index] = isZero(calm) ? 0 : (((quick[index] as number) - calm) / calm) * 100
  }
}
