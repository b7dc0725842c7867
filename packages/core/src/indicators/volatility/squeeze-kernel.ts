import type { Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'
import { integer, real } from '../framework/parameter.ts'
import { slidingScratch } from '../framework/sliding-scratch.ts'
import { foldKernel } from '../framework/window-fold.ts'
import { SlidingExtreme } from '../math-operators/sliding-extreme.ts'
import { smaSeries } from '../overlap/sma.ts'
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
  const momentum = foldKernel(period, origin, 3, loadDetrended, mergeLines, (output, row, line) => {
    // Where the least-squares line ends: its mean and slope follow from the two sums.
    output[row] = ((4 * period - 2) * (line[1] as number) - 6 * (line[2] as number)) / (period * (period + 1))
  })
  const { lookback } = momentum

  function loadDetrended(columns: Columns, row: number, bar: Float64Array): void {
    bar[1] = columns[(1 + widths.length) as 0][row] as number
  }

  return {
    lookback,
    window: period,
    states: [
      ...average.states,
      ...variance.states,
      ...ranges.states,
      ...momentum.states,
      highest.state,
      lowest.state,
    ],
    scratch: slidingScratch(3),
    forget() {
      highest.forget()
      lowest.forget()
      momentum.forget?.()
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
      momentum.run(outputs, outputs, start, end)
    },
  }
}

/** Summaries are the number of values, their sum, and the sum of each times the number of bars after it. */
function mergeLines(earlier: Float64Array, later: Float64Array, target: Float64Array): void {
  const count = later[0] as number
  const sum = earlier[1] as number
  target[2] = (earlier[2] as number) + count * sum + (later[2] as number)
  target[1] = sum + (later[1] as number)
  target[0] = (earlier[0] as number) + count
}
