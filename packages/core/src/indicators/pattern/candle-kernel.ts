import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'
import {
  type CandleOptions,
  type CandleSetting,
  type CandleSettingName,
  candleRange,
  candleSetting,
} from './candle.ts'

/** A length to hold candles against: a setting, and how many candles back from the judged one it applies. */
type Average = readonly [setting: CandleSettingName, back: number]

/** What each average came to, `averages[k][i - base]` for candle `i`. Places that a pattern does not ask for are empty. */
type Averages = readonly [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
]

/** Writes what the pattern makes of the candles `start` to `end - 1`. */
type Judge = (
  open: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  found: Float64Array,
  start: number,
  end: number,
  base: number,
  averages: Averages,
) => void

/** Candles that are averaged before they are judged: few enough that the averages stay in the processor's first cache. */
const block = 512

/**
 * A pattern's loop: slides the averages that the pattern needs and lets `judge` compare.
 *
 * Each average has a running total of its own, which starts where TA-Lib starts it: two totals of one setting that start
 * a candle apart differ in their last bits.
 *
 * @param candles - How many candles before the judged one the pattern reads.
 */
export function candleKernel(
  options: CandleOptions,
  averages: readonly Average[],
  candles: number,
  judge: Judge,
): Kernel {
  const settings = averages.map(([name]) => candleSetting(options, name))
  const longest = settings.reduce((most, { period }) => Math.max(period, most), 0)
  const lookback = longest + candles
  const totals = new Float64Array(averages.length)
  const none = new Float64Array(0)
  const buffers = averages.map(() => new Float64Array(block))
  const [a = none, b = none, c = none, d = none, e = none, f = none, g = none, h = none, k = none] = buffers
  const shared: Averages = [a, b, c, d, e, f, g, h, k]
  const backs = averages.map(([, back]) => back)
  return {
    lookback,
    window: lookback + 1,
    states: [totals],
    outputs: 1,
    lead: 0,
    run(inputs, outputs, start, end) {
      const open = inputs[0]
      const high = inputs[1]
      const low = inputs[2]
      const close = inputs[3]
      for (let base = start; base < end; base += block) {
        const stop = Math.min(base + block, end)
        for (let index = 0; index < settings.length; index++) {
          const setting = settings[index] as CandleSetting
          const back = backs[index] as number
          const buffer = buffers[index] as Float64Array
          const total = totals[index] as number
          totals[index] = slide(setting, back, lookback, buffer, total, open, high, low, close, base, stop)
        }
        const first = Math.max(base, lookback)
        if (first < stop) judge(open, high, low, close, outputs[0], first, stop, base, shared)
      }
    },
  }
}

/** Moves one average over candles `base` to `stop - 1`; gives the running total after them. */
function slide(
  { range, period, factor }: CandleSetting,
  back: number,
  lookback: number,
  buffer: Float64Array,
  initial: number,
  open: Float64Array,
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  base: number,
  stop: number,
): number {
  let total = initial
  let i = base
  for (const seeded = Math.min(lookback, stop); i < seeded; i++)
    if (i >= lookback - period) total += candleRange(range, open, high, low, close, i - back)
  // A range type a loop, so that the compiler sees one kind of length in each.
  if (period === 0) {
    for (; i < stop; i++)
      buffer[i - base] =
        (factor * candleRange(range, open, high, low, close, i - back)) / (range === 2 ? 2 : 1)
  } else if (range === 0) {
    for (let at = i - back; i < stop; i++, at++) {
      buffer[i - base] = factor * (total / period)
      total +=
        Math.abs((close[at] as number) - (open[at] as number)) -
        Math.abs((close[at - period] as number) - (open[at - period] as number))
    }
  } else if (range === 1) {
    for (let at = i - back; i < stop; i++, at++) {
      buffer[i - base] = factor * (total / period)
      total +=
        (high[at] as number) -
        (low[at] as number) -
        ((high[at - period] as number) - (low[at - period] as number))
    }
  } else {
    for (let at = i - back; i < stop; i++, at++) {
      buffer[i - base] = (factor * (total / period)) / 2
      total +=
        candleRange(2, open, high, low, close, at) - candleRange(2, open, high, low, close, at - period)
    }
  }
  return total
}

/** Runs a pattern over whole columns. */
export function computePattern(
  kernel: Kernel,
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions,
): Float64Array {
  return compute(kernel, [open, high, low, close], options)
}

/** Runs a pattern one candle at a time. */
export function createPatternStream(kernel: Kernel, options: CandleOptions): CandleStream {
  return createStream(kernel, 4, options)
}
