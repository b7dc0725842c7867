import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'
import { integer } from '../framework/parameter.ts'

/** `(value / the one period bars earlier - less) * scale`, 0 where the earlier one is 0: ROC, ROCR and ROCR100. */
export function ratioKernel(period: number, less: number, scale: number): Kernel {
  integer('period', period, 1)
  return {
    lookback: period,
    window: period,
    states: [],
    run: (inputs, outputs, start, end) =>
      compareAll(inputs[0], period, less, scale, outputs[0], later(start, period), end),
  }
}

// Two bars at a time, which asks half as often what the columns are.
function compareAll(
  input: Float64Array,
  period: number,
  less: number,
  scale: number,
  output: Float64Array,
  start: number,
  end: number,
): void {
  const taken = +less
  const factor = +scale
  let before: number
  for (let index = start; index < end; index++) {
    before = input[index - period] as number
    output[index] = before === 0 ? 0 : ((input[index] as number) / before - taken) * factor
    if (++index === end) break
    before = input[index - period] as number
    output[index] = before === 0 ? 0 : ((input[index] as number) / before - taken) * factor
  }
}
