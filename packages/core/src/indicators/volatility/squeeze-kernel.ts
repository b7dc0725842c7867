import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'
import { smaSeries } from '../overlap/sma.ts'
import { fitLines } from '../statistic/fit-lines.ts'
import { varSeries } from '../statistic/var.ts'
import { trueRange } from './true-range.ts'

/**
 * The loop that both squeezes share: the momentum, then for each width whether the Bollinger bands lie inside the Keltner
 * channel of that many average ranges.
 */
export function squeezeKernelOf(period: number, deviations: number, widths: readonly number[]): Kernel {
  integer('period', period, 2)
  real('deviations', deviations, 0)
  const average = smaSeries(period)
  const variance = varSeries(period)
  const ranges = smaSeries(period)
  const highest = new SlidingExtreme(period, 1)
  const lowest = new SlidingExtreme(period, -1)
  const origin = period - 1
  const lookback = 2 * origin
  return {
    lookback,
    window: period,
    states: [...average.states, ...variance.states, ...ranges.states, highest.state, lowest.state],
    scratch: slidingScratch(3),
    forget() {
      highest.forget()
      lowest.forget()
    },
    run(inputs, outputs, start, end) {
      const high = inputs[0]
      const low = inputs[1]
      const close = inputs[2]
      const value = outputs[0]
      const flag = outputs[1]
      const detrended = outputs[(1 + widths.length) as 0]
      const range = outputs[(2 + widths.length) as 0]
      const spreads = outputs[(3 + widths.length) as 0]
      // The lowest lows pass through the last column before it holds the spreads.
      highest.follow(high, detrended, undefined, 0, start, end)
      lowest.follow(low, spreads, undefined, 0, start, end)
      average.step(close, value, start, end)
      for (let index = later(start, origin); index < end; index++) {
        const middle = ((detrended[index] as number) + (spreads[index] as number)) / 2
        detrended[index] = (close[index] as number) - (middle + (value[index] as number)) / 2
      }
      for (let index = start; index < end; index++) {
        const top = high[index] as number
        const bottom = low[index] as number
        range[index] = index === 0 ? top - bottom : trueRange(top, bottom, close[index - 1] as number)
      }
      variance.step(close, spreads, start, end)
      ranges.step(range, flag, start, end)
      for (let index = later(start, lookback); index < end; index++) {
        const squared = spreads[index] as number
        const spread = squared > 0 ? deviations * Math.sqrt(squared) : 0
        const reach = flag[index] as number
        for (let place = 0; place < widths.length; place++)
          outputs[(place + 1) as 0][index] = spread < (widths[place] as number) * reach ? 1 : 0
      }
      // The end of the least-squares line through the detrended close.
      fitLines(detrended, value, period, origin, later(start, lookback), end)
    },
  }
}
