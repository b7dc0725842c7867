import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'

/**
 * A ratio of the sums of squares and products of two columns' returns, about their means, over the last `period` returns.
 *
 * The sums are taken anew for each bar: O(n * period), and no rounding is carried on.
 */
export function returnMomentsKernel(
  period: number,
  ratio: (cross: number, spreadX: number, spreadY: number) => number,
): Kernel {
  return {
    lookback: period,
    window: period + 1,
    states: [],
    run(inputs, outputs, start, end) {
      const first = inputs[0]
      const second = inputs[1]
      for (let index = later(start, period); index < end; index++) {
        let sumX = 0
        let sumY = 0
        for (let at = index - period + 1; at <= index; at++) {
          sumX += (first[at] as number) / (first[at - 1] as number) - 1
          sumY += (second[at] as number) / (second[at - 1] as number) - 1
        }
        const meanX = sumX / period
        const meanY = sumY / period
        let spreadX = 0
        let spreadY = 0
        let cross = 0
        for (let at = index - period + 1; at <= index; at++) {
          const x = (first[at] as number) / (first[at - 1] as number) - 1 - meanX
          const y = (second[at] as number) / (second[at - 1] as number) - 1 - meanY
          spreadX += x * x
          spreadY += y * y
          cross += x * y
        }
        outputs[0][index] = ratio(cross, spreadX, spreadY)
      }
    },
  }
}
