import { elementwise } from '../framework/elementwise.ts'

/** High, low and `weight` times the close over `divisor`: TYPPRICE and WCLPRICE. */
export function weightedPriceKernel(weight: number, divisor: number) {
  return elementwise((inputs, outputs, start, end) =>
    averageAll(inputs[0], inputs[1], inputs[2], weight, divisor, outputs[0], start, end),
  )
}

// Four bars a round, for V8 looks every column up again in each round.
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
  for (let index = start; index < end; index++) {
    output[index] =
      ((high[index] as number) + (low[index] as number) + (close[index] as number) * times) / parts
    if (++index === end) break
    output[index] =
      ((high[index] as number) + (low[index] as number) + (close[index] as number) * times) / parts
    if (++index === end) break
    output[index] =
      ((high[index] as number) + (low[index] as number) + (close[index] as number) * times) / parts
    if (++index === end) break
    output[index] =
      ((high[index] as number) + (low[index] as number) + (close[index] as number) * times) / parts
  }
}
