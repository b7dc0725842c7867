import { elementwise } from '../framework/elementwise.ts'

/** High, low and `weight` times the close over `divisor`: TYPPRICE and WCLPRICE. */
export function weightedPriceKernel(weight: number, divisor: number) {
  return elementwise((inputs, outputs, start, end) =>
    averageAll(inputs[0], inputs[1], inputs[2], weight, divisor, outputs[0], start, end),
  )
}

// Four bars at a time: V8 asks less often what the columns are.
function averageAll(
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  weight: number,
  divisor: number,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const times = +weight
  const parts = +divisor
  let index = start
  for (; index + 3 < end; index += 4) {
    output[index] =
      ((high[index] as number) + (low[index] as number) + (close[index] as number) * times) / parts
    output[index + 1] =
      ((high[index + 1] as number) + (low[index + 1] as number) + (close[index + 1] as number) * times) /
      parts
    output[index + 2] =
      ((high[index + 2] as number) + (low[index + 2] as number) + (close[index + 2] as number) * times) /
      parts
    output[index + 3] =
      ((high[index + 3] as number) + (low[index + 3] as number) + (close[index + 3] as number) * times) /
      parts
  }
  for (; index < end; index++)
    output[index] =
      ((high[index] as number) + (low[index] as number) + (close[index] as number) * times) / parts
}
