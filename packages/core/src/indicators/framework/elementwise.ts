import type { Kernel } from './kernel.ts'

/** A kernel without memory: each output follows from its own bar alone. */
export function elementwise(run: Kernel['run']): Kernel {
  return { lookback: 0, window: 0, states: [], run }
}
