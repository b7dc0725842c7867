import { runBlocks } from './blocks.ts'
import { asColumns, type Columns, rowsOf } from './column.ts'
import type { Kernel, Scratch } from './kernel.ts'

/** `count` scratch columns that slide along with the bars, so that they stay small and in the processor's cache. */
export function slidingScratch(count: number): Scratch {
  return { count, run }
}

function run(kernel: Kernel, inputs: Columns, outputs: Columns, bars: number): void {
  const { lookback, window, scratch: { count = 0 } = {} } = kernel
  // One more than what a step needs: `i === lookback` holds once only.
  const kept = Math.max(lookback, window) + 1
  // At least two blocks.
  const stride = Math.max(kept, 4096)
  const scratch = Array.from({ length: count }, () => new Float64Array(Math.min(kept + stride, bars)))
  let base = 0
  for (let begin = 0; begin < bars; begin += stride) {
    if (begin > 0) {
      const moved = begin - kept - base
      for (const column of scratch) column.copyWithin(0, moved)
      base += moved
      kernel.forget?.()
    }
    const end = Math.min(begin + stride, bars) - base
    runBlocks(
      kernel,
      rowsOf(inputs, base, end),
      asColumns([...rowsOf(outputs, base, end), ...scratch]),
      end,
      begin - base,
    )
  }
}
