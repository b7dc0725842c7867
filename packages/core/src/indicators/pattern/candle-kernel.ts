import type { Column, Columns } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'
import {
  type CandleOptions,
  type CandleRange,
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
  // How far back from a candle the averages look.
  const reach = longest + candles
  const lengths = new Float64Array(reach + block)
  return {
    lookback,
    window: lookback + 1,
    states: [totals],
    outputs: 1,
    lead: 0,
    run(inputs, outputs, start, end) {
      for (let base = start; base < end; base += block) {
        const stop = Math.min(base + block, end)
        for (let index = 0; index < settings.length; index++) {
          const setting = settings[index] as CandleSetting
          const shift = reach - base
          // One column of lengths serves all averages of a range type that come one after the other.
          if (setting.range !== settings[index - 1]?.range)
            measure(setting.range, inputs, lengths, Math.max(0, base - reach), stop, shift)
          const at = base - (backs[index] as number) + shift
          totals[index] = slide(
            setting,
            lookback - base,
            lengths,
            at,
            buffers[index] as Float64Array,
            totals[index] as number,
            stop - base,
          )
        }
        const first = Math.max(base, lookback)
        if (first < stop)
          judge(inputs[0], inputs[1], inputs[2], inputs[3], outputs[0], first, stop, base, shared)
      }
    },
  }
}

/** Writes the lengths of candles `start` to `stop - 1`, each `shift` places on. */
function measure(
  range: CandleRange,
  inputs: Columns,
  lengths: Float64Array,
  start: number,
  stop: number,
  shift: number,
): void {
  if (range === 0) measureGaps(inputs[3], inputs[0], lengths, start, stop, shift)
  else if (range === 1) measureHeights(inputs[1], inputs[2], lengths, start, stop, shift)
  else
    for (let i = start; i < stop; i++)
      lengths[i + shift] = candleRange(range, inputs[0], inputs[1], inputs[2], inputs[3], i)
}

// A loop a range type, each with as few columns as it needs.
function measureGaps(
  close: Float64Array,
  open: Float64Array,
  lengths: Float64Array,
  start: number,
  stop: number,
  shift: number,
): void {
  for (let i = start; i < stop; i++) lengths[i + shift] = Math.abs((close[i] as number) - (open[i] as number))
}

function measureHeights(
  high: Float64Array,
  low: Float64Array,
  lengths: Float64Array,
  start: number,
  stop: number,
  shift: number,
): void {
  for (let i = start; i < stop; i++) lengths[i + shift] = (high[i] as number) - (low[i] as number)
}

/**
 * Moves one average over `count` candles, whose lengths begin at place `at`; gives the running total after them.
 * `seeding` candles come before the first that is judged.
 */
function slide(
  { range, period, factor }: CandleSetting,
  seeding: number,
  lengths: Float64Array,
  at: number,
  buffer: Float64Array,
  initial: number,
  count: number,
): number {
  const span = +period
  const share = +factor
  // TA-Lib's order: factor times mean, then halved for shadows.
  const half = range === 2 ? 0.5 : 1
  let total = +initial
  let k = 0
  for (const seeded = Math.min(seeding, count); k < seeded; k++)
    if (k >= seeding - span) total += lengths[at + k] as number
  if (period === 0) for (; k < count; k++) buffer[k] = share * (lengths[at + k] as number) * half
  let entering = at + k
  for (let leaving = entering - period; k < count; k++, entering++, leaving++) {
    buffer[k] = share * (total / span) * half
    total += (lengths[entering] as number) - (lengths[leaving] as number)
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
