import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'
import { isZero } from '../framework/zero.ts'

/** DX over the two directional indicators, which are the fourth and fifth input: as `directionalKernel` finds it. */
export function dxOver(lookback: number): Kernel {
  return {
    lookback,
    window: 1,
    states: [],
    outputs: 1,
    run(inputs, outputs, start, end) {
      const output = outputs[0]
      for (let index = later(start, lookback); index < end; index++) {
        const share = shareOf(inputs[3][index] as number, inputs[4][index] as number)
        // Without any movement it stays where it was.
        if (share !== still) output[index] = share
        else output[index] = index > lookback ? (output[index - 1] as number) : 0
      }
    },
  }
}

/** ADX over the two directional indicators, which are the fourth and fifth input and valid from bar `period` on. */
export function adxOver({ period = 14 }: { period?: number }, lookback: number): Kernel {
  const state = new Float64Array(1)
  const seeded = 2 * period - 1
  return {
    lookback,
    window: 0,
    states: [state],
    outputs: 1,
    run(inputs, outputs, start, end) {
      const output = outputs[0]
      let average = state[0] as number
      for (let index = later(start, period); index < end; index++) {
        const share = shareOf(inputs[3][index] as number, inputs[4][index] as number)
        if (share !== still) {
          if (index <= seeded) average += share
          else average = (average * (period - 1) + share) / period
        }
        if (index === seeded) average /= period
        output[index] = average
      }
      state[0] = average
    },
  }
}

/** What `shareOf` gives where nothing moved: no share is negative. */
const still = -1

function shareOf(rising: number, falling: number): number {
  const sum = falling + rising
  return isZero(sum) ? still : 100 * (Math.abs(falling - rising) / sum)
}
