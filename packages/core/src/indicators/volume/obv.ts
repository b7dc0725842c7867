import type { Column, Columns, IndicatorOptions } from '../framework/column.ts'
import { compute } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { createStream } from '../framework/kernel-stream.ts'
import type { Profile } from '../framework/profile.ts'
import type { CloseVolumeStream } from '../framework/stream.ts'

export { noLookback as obvLookback } from '../framework/no-lookback.ts'

export type ObvOptions = IndicatorOptions & {
  /** `tradingview` starts at 0, not with the first volume. @default 'talib-0.6.4' */
  profile?: Profile | undefined
}

/** The loop with its parameters bound. */
export function obvKernel({ profile }: ObvOptions = {}): Kernel {
  const first = profile === 'tradingview' ? 0 : 1
  const state = new Float64Array(2)
  return {
    lookback: 0,
    window: 1,
    states: [state],
    run: (inputs, outputs, start, end) => accumulate(state, first, inputs, outputs, start, end),
  }
}

// Not a closure: V8 then compiles it once for all kernels, with unboxed numbers.
function accumulate(
  state: Float64Array,
  first: number,
  inputs: Columns,
  outputs: Columns,
  start: number,
  end: number,
): void {
  const values = inputs[0]
  const volume = inputs[1]
  const output = outputs[0]
  let line = state[0] as number
  let index = start
  if (state[1] === 0 && index < end) {
    line = output[index] = first * (volume[index] as number)
    state[1] = 1
    index++
  }
  let previous = values[index - 1] as number
  let value: number
  let change: number
  // Two bars a round, for V8 looks every column up again in each round.
  for (; index < end; index++) {
    value = values[index] as number
    change = value - previous
    // Which way the value went is multiplied in, not branched on, for markets are hard to predict.
    line += (1 - 2 * +(change < 0)) * (Math.abs(change) > 0 ? (volume[index] as number) : 0)
    output[index] = line
    previous = value
    if (++index === end) break
    value = values[index] as number
    change = value - previous
    line += (1 - 2 * +(change < 0)) * (Math.abs(change) > 0 ? (volume[index] as number) : 0)
    output[index] = line
    previous = value
  }
  state[0] = line
}

/**
 * On-balance volume: the running total of volume, added on a rise and taken away on a fall.
 *
 * - Input: `values[n]` (usually the close), `volume[n]`, oldest first.
 * - Output: `Float64Array[n]`, volume units, starting with the first volume.
 * - Cost: O(n), one allocation.
 * - Parity: TA-Lib `OBV`, to the bit.
 *
 * @throws {InvalidParameterError} the columns differ in length
 * @example
 * obv([1, 2, 1], [5, 3, 1]) // [5, 8, 7]
 */
export function obv(values: Column, volume: Column, options: ObvOptions = {}): Float64Array {
  return compute(obvKernel, [values, volume], options)
}

/** The stream form of `obv`. */
export function createObv(options: ObvOptions = {}): CloseVolumeStream {
  return createStream(obvKernel(options), 2, options)
}
