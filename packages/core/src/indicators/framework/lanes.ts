import { runBlocks } from './blocks.ts'
import type { Columns } from './column.ts'
import type { Kernel } from './kernel.ts'

/** A loop that can run over several stretches of a series side by side, so that none waits for the one before. */
export type Lanes = {
  /** How many stretches it runs over at once. */
  readonly count: number
  /** Numbers in the state of a stretch, all 0 at first. */
  readonly size: number
  /** Bars that belong to the beginning of a series: later ones are all alike. The last of them has the first result. */
  readonly begun: number
  /** Leading results to hide. @default 0 */
  readonly hidden?: number
  /** Bars after which a loop that began anywhere has most likely the state of one that began long before. */
  readonly memory: number
  /**
   * Advances a series over bars `start` to `end - 1`: with a `stride` of 0 that only, else the second stretch over the
   * bars `stride` later, too, and so on. `states` holds the states of the stretches in order.
   */
  loop(
    states: Float64Array,
    stride: number,
    inputs: Columns,
    outputs: Columns,
    start: number,
    end: number,
  ): void
}

/**
 * A kernel that runs a long series in stretches side by side. Each but the first guesses its state: it begins `memory` bars
 * early, with nothing but zeros. When the stretch before arrives there, its state must be the
 * guess to the bit: else the stretch is run again from the true state. So the results never depend on the guess, only the
 * time does. See docs/decisions/speculative-lanes.md.
 */
export function laneKernel({ count, size, begun, hidden = 0, memory, loop }: Lanes): Kernel {
  const states = new Float64Array(count * size)
  const state = states.subarray(0, size)
  const alone: Kernel['run'] = (...bars) => loop(states, 0, ...bars)
  return {
    lookback: begun - 1 + hidden,
    window: 1,
    states: [state],
    run: alone,
    scratch: {
      count: 0,
      run(_, inputs, outputs, bars) {
        const guessed = begun + memory
        const stride = ((bars - guessed) / count) & -16
        const go = (run: Kernel['run'], start: number, end: number) =>
          runBlocks({ run }, inputs, outputs, end, start)
        if (stride < memory) return go(alone, 0, bars)

        const together: Kernel['run'] = (...bars) => loop(states, stride, ...bars)
        go(alone, 0, begun)
        // What a stretch writes before its state is guessed, the one before overwrites.
        go(together, begun, guessed)
        const guesses = states.slice()
        let first = guessed + stride
        go(together, guessed, first)
        for (let at = size; at < states.length; at += size, first += stride)
          if (state.every((value, place) => Object.is(value, guesses[at + place])))
            states.copyWithin(0, at, at + size)
          else go(alone, first, first + stride)
        go(alone, first, bars)
      },
    },
  }
}
