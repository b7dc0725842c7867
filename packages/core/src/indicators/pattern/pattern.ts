import type { Column } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { CandleStream } from '../framework/stream.ts'
import type { CandleOptions } from './candle.ts'

/** A candlestick pattern over columns. */
type Pattern<options> = (
  open: Column,
  high: Column,
  low: Column,
  close: Column,
  options?: options,
) => Float64Array

/** Binds a pattern's parameters; what is its own among the options may be left out. */
type MakeKernel<options> = (options: options | CandleOptions) => Kernel

// Every pattern takes four columns and the same options, so its three forms follow from its kernel.

/** A pattern over whole columns. */
export function pattern<options extends CandleOptions>(make: MakeKernel<options>): Pattern<options> {
  return (open, high, low, close, options: options | CandleOptions = {}) =>
    compute(make, [open, high, low, close], options)
}

/** Index of the first candle that a pattern judges. */
export function patternLookback<options extends CandleOptions>(
  make: MakeKernel<options>,
): (options?: options) => number {
  return (options: options | CandleOptions = {}) => make(options).lookback
}

/** The stream form of a pattern. */
export function patternStream<options extends CandleOptions>(
  make: MakeKernel<options>,
): (options?: options) => CandleStream {
  return (options: options | CandleOptions = {}) => createStream(make(options), 4, options)
}
