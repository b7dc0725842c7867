import type { Columns } from './column.ts'
import type { Kernel } from './kernel.ts'
import { later } from './later.ts'

/** Writes into `bar` what the bar in `row` is by itself, from place 1 on: place 0 holds how many bars there are, 1. */
type Load = (columns: Columns, row: number, bar: Float64Array) => void

/** Makes one summary of two, of bars and of those right after them. `target` may be either; a summary of no bars is all 0. */
type Merge = (earlier: Float64Array, later: Float64Array, target: Float64Array) => void

/** Writes what follows from the summary of the window that ends with the bar in `row`. */
export type Write = (output: Float64Array, row: number, whole: Float64Array, columns: Columns) => void

/**
 * A kernel whose results follow from a summary of the last `period` bars (sums, moments), in amortised constant time. Nothing
 * is taken away from a summary again: a difference of running sums keeps their rounding, and a NaN, for good.
 *
 * The window is cut in two. The newer bars have one summary, which grows. Of the older ones there is one from each bar on that
 * may be the oldest of a window. When none of these is left, they are made anew of all bars but the two newest: the forming
 * bar and a peek beyond it may still change, the others never do, so that to replace a bar or to look ahead costs what a push does.
 *
 * @param first - The first bar that counts.
 * @param size - Numbers in a summary. The first is how many bars it holds.
 */
export function foldKernel(
  period: number,
  first: number,
  size: number,
  load: Load,
  merge: Merge,
  write: Write,
): Kernel {
  const lookback = first + period - 1
  const make = () => new Float64Array(size)
  const bar = make()
  bar[0] = 1
  const newer = make()
  const whole = make()
  // By how many bars they hold, `settled` the newest. They follow from the columns, so a step back need not undo them.
  const older = [make()]
  let settled = -1
  return {
    lookback,
    window: lookback,
    states: [newer],
    forget() {
      settled = -1
    },
    run(inputs, outputs, start, end) {
      for (let row = later(start, first); row < end; row++) {
        let at = row
        if (newer[0] === period) {
          newer.fill(0)
          at--
        }
        for (; at <= row; at++) {
          load(inputs, at, bar)
          merge(newer, bar, newer)
        }
        if (row < lookback) continue
        const missing = period - (newer[0] as number)
        const last = row - period + missing
        // With none missing the older summaries stay, for the bar before may come again after a peek.
        if (missing > 0 && settled !== last) {
          for (let held = 0; held < missing; held++) {
            load(inputs, last - held, bar)
            older[held + 1] ??= make()
            merge(bar, older[held] as Float64Array, older[held + 1] as Float64Array)
          }
          settled = last
        }
        merge(older[missing] as Float64Array, newer, whole)
        write(outputs[0], row, whole, inputs)
      }
    },
  }
}
