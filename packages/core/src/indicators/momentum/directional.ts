import type { Columns } from '../framework/column.ts'
import type { Kernel } from '../framework/kernel.ts'
import { earlier, later } from '../framework/later.ts'

/**
 * A loop over bars. Its state: Wilder's sums of upward and downward movement and of true range, and the average index; then
 * `span`, for each sum loses its `span`-th part before it grows; then what the average is multiplied and divided by.
 */
export type DirectionalLoop = (
  state: Float64Array,
  inputs: Columns,
  output: Float64Array,
  start: number,
  end: number,
) => void

/**
 * The seven functions on directional movement. Sums grow over the first `period - 1` bars, and where the index is
 * `averaged`, its average is a sum over as many more and one. `hidden` leading outputs more than `first` are masked;
 * `target` is the place of the output column.
 */
export function directionalKernel(
  period: number,
  first: number,
  hidden: number,
  loop: DirectionalLoop,
  averaged = false,
  target: 0 | 1 = 0,
): Kernel {
  const state = new Float64Array(7)
  const seeded = 2 * period
  return {
    lookback: period === 1 ? 1 : first + hidden,
    window: 1,
    states: [state],
    run(inputs, outputs, start, end) {
      const output = outputs[target]
      const go = (from: number, to: number, span: number, kept: number, count: number) => {
        const begin = later(start, from)
        const stop = earlier(end, to)
        // In the state, for as arguments V8 would ask of every bar whether they are whole.
        state.set([span, kept, count], 4)
        if (begin < stop) loop(state, inputs, output, begin, stop)
      }
      if (period === 1) {
        for (let index = start; index < end; index++) {
          // Nothing is carried over.
          state.fill(0)
          go(later(index, 1), index + 1, 1, 0, 1)
        }
        return
      }
      go(1, period, Number.POSITIVE_INFINITY, 0, 1)
      if (start < period) state[3] = 0
      go(period, seeded, period, 1, 1)
      if (averaged && start < seeded && end >= seeded)
        output[seeded - 1] = state[3] = (state[3] as number) / period
      go(seeded, end, period, period - 1, period)
    },
  }
}
