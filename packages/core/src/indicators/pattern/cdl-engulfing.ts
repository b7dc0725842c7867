import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'

const lookback = 2

/** The loop with its parameters bound. */
export function cdlEngulfingKernel(_options: CandleOptions = {}): Kernel {
  return {
    lookback,
    window: 1,
    states: [],
    outputs: 1,
    lead: 0,
    run: (inputs, outputs, start, end) =>
      judge(inputs[0], inputs[3], outputs[0], Math.max(start, lookback), end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function judge(
  open: Float64Array,
  close: Float64Array,
  found: Float64Array,
  start: number,
  end: number,
): void {
  let o1 = open[start - 1] as number
  let c1 = close[start - 1] as number
  for (let i = start; i < end; i++) {
    const o = open[i] as number
    const c = close[i] as number
    // One question that is seldom true, rather than several that are true half of the time.
    const rises = +(c1 < o1) & +(c >= o1) & +(o <= c1)
    const falls = +(c1 >= o1) & +(o >= c1) & +(c <= o1)
    found[i] = (rises | falls) === 0 ? 0 : engulfs(o, c, o1, c1)
    o1 = o
    c1 = c
  }
}

/** A body that covers the one before, which has the other colour; 80 when one end only just reaches. */
function engulfs(o: number, c: number, o1: number, c1: number): number {
  const size = o !== c1 && c !== o1 ? 100 : 80
  if (c >= o) return c1 < o1 && ((c >= o1 && o < c1) || (c > o1 && o <= c1)) ? size : 0
  return c1 >= o1 && ((o >= c1 && c < o1) || (o > c1 && c <= o1)) ? -size : 0
}

/** Index of the first candle that `cdlEngulfing` judges: 2. */
export function cdlEngulfingLookback(_options: CandleOptions = {}): number {
  return lookback
}

/**
 * Engulfing pattern: a body that covers the body before it, of the other colour.
 *
 * - Input: `open[n]`, `high[n]`, `low[n]`, `close[n]`, oldest first.
 * - Output: `Float64Array[n]`: 100 bullish, -100 bearish (80 when an end only matches), else 0; 0 while warming up.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `CDLENGULFING`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * cdlEngulfing([9, 9, 7], [9, 9, 10], [7, 7, 7], [8, 8, 10]) // [0, 0, 100]
 */
export function cdlEngulfing(
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options: CandleOptions = {},
): Float64Array {
  return compute(cdlEngulfingKernel(), [open, high, low, close], options)
}

/** The stream form of `cdlEngulfing`. */
export function createCdlEngulfing(options: CandleOptions = {}): CandleStream {
  return createStream(cdlEngulfingKernel(), 4, options)
}
