import type { Kernel } from '../framework/kernel.ts'
import { later } from '../framework/later.ts'

/** An index from 1000 that moves with the price on bars whose volume rises (`side` 1) or falls (-1). */
export function volumeIndexKernel(side: 1 | -1): Kernel {
  const state = new Float64Array([1000])
  return {
    lookback: 0,
    window: 1,
    states: [state],
    run(inputs, outputs, start, end) {
      const values = inputs[0]
      const volume = inputs[1]
      const output = outputs[0]
      let line = state[0] as number
      if (start === 0 && end > 0) output[0] = line
      for (let index = later(start, 1); index < end; index++) {
        const before = values[index - 1] as number
        const more = (volume[index] as number) - (volume[index - 1] as number)
        if (more * side > 0 && before !== 0) line += line * (((values[index] as number) - before) / before)
        output[index] = line
      }
      state[0] = line
    },
  }
}
