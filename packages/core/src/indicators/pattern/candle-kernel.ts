import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import { few } from '../framework/copy-rows.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'
import { block, bodies, ends, history, load } from './candle-memory.ts'
import { colourScreen, type Screen, sizeScreen } from './candle-screens.ts'
import { type Average, Totals } from './candle-totals.ts'

/**
 * What a candle must have to be judged: a text names colours up to the judged candle's, as in `b?w`; or a body is at
 * most an average, or longer; or a function tells.
 */
type Condition = string | { atMost: Average } | { longer: Average } | Screen

/** The pattern's value at candle `i`, which may have it by the screens. */
type Judge = (i: number) => number

/**
 * A pattern's loop. Real prices are as good as random, so that asking one condition after the other costs a mispredicted
 * branch or two per candle, more than all arithmetic. So screens without branches go over 32 candles at a time, and only
 * what passes is judged.
 *
 * @param candles - How many candles before the judged one the pattern reads: at most five.
 * @param parts - What conditions and judge read of them. What averages read is read besides.
 */
export function candleKernel(
  candles: number,
  averages: readonly Average[],
  conditions: readonly Condition[],
  judge: Judge,
  parts = bodies | ends,
): Kernel {
  const read = averages.reduce((all, { range }) => all | (range + 1), parts)
  const lookback = averages.reduce((longest, { period }) => Math.max(period, longest), 0) + candles
  const sliding: Totals[] = []
  for (const average of [...averages].sort((a, b) => a.back - b.back))
    if (average.period > 0 && !sliding.some((totals) => totals.admit(average)))
      sliding.push(new Totals(average, sliding.length))
  const screens = conditions.map((condition) => screenOf(condition, sliding))
  return {
    lookback,
    window: lookback + 1,
    states: sliding.map(({ state }) => state),
    lead: 0,
    run(inputs, outputs, start, end) {
      for (let row = start; row < end; row += block) {
        const count = Math.min(block, end - row)
        const before = Math.min(row, lookback + 5, history)
        load(inputs, row - before, row + count, history - before, read)
        for (let index = 0; index < sliding.length; index++)
          (sliding[index] as Totals).slide(inputs, row, count, before, lookback)
        const skipped = Math.max(0, lookback - row)
        if (skipped < count)
          judgeAll(outputs[0], row - history, history + skipped, history + count, screens, judge)
      }
    },
  }
}

function screenOf(condition: Condition, sliding: readonly Totals[]): Screen {
  if (typeof condition === 'function') return condition
  if (typeof condition === 'string') return colourScreen(condition)
  return 'atMost' in condition
    ? sizeScreen(condition.atMost, false, sliding)
    : sizeScreen(condition.longer, true, sliding)
}

/** Judges candles `start` to `end - 1`; the value of candle `i` goes to `found[shift + i]`. */
function judgeAll(
  found: Float64Array,
  shift: number,
  start: number,
  end: number,
  screens: readonly Screen[],
  judge: Judge,
): void {
  if (end - start > few) found.fill(0, shift + start, shift + end)
  else for (let i = start; i < end; i++) found[shift + i] = 0
  for (let from = start; from < end; ) {
    const stop = Math.min((from | 31) + 1, end)
    // Bits of other candles are left out.
    let bits = (-1 << from) & (-1 >>> -stop)
    for (let index = 0; index < screens.length; index++) bits &= (screens[index] as Screen)(from, stop)
    const base = from & ~31
    while (bits !== 0) {
      const last = 31 - Math.clz32(bits)
      found[shift + base + last] = judge(base + last)
      bits ^= 1 << last
    }
    from = stop
  }
}

/** Runs a pattern over whole columns. */
export function computePattern<options extends CandleOptions>(
  make: (options: options) => Kernel,
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: options,
): Float64Array {
  return compute(make, [open, high, low, close], options)
}

/** Runs a pattern one candle at a time. */
export function createPatternStream(kernel: Kernel, options: CandleOptions): CandleStream {
  return createStream(kernel, 4, options)
}
