import { runBlocks } from './blocks.ts'
import { asColumns, type Columns } from './column.ts'
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
 * early, as a series of its own. When the stretch before arrives there, its state must be the guess to the bit: else the
 * stretch is run again from the true state. So the results never depend on the guess, only the time does.
 * See docs/decisions/speculative-lanes.md.
 */
export function laneKernel({ count, size, begun, hidden = 0, memory, loop }: Lanes): Kernel {
  const state = new Float64Array(size)
  const run: Kernel['run'] = (inputs, outputs, start, end) => loop(state, 0, inputs, outputs, start, end)
  return {
    lookback: begun - 1 + hidden,
    window: 1,
    states: [state],
    run,
    scratch: {
      count: 0,
      run(_, inputs, outputs, from, to) {
        const guessed = begun + memory
        const stride = Math.floor((to - from - guessed) / count)
        const go = (run: Kernel['run'], start: number, end: number, origin = from) => {
          const part = (column: Float64Array) => column.subarray(origin, to)
          runBlocks({ run }, asColumns(inputs.map(part)), asColumns(outputs.map(part)), start, end)
        }
        if (stride < memory) return go(run, 0, to - from)

        const states = new Float64Array(count * size)
        for (let at = 0, origin = from; at < states.length; at += size, origin += stride) {
          state.fill(0)
          go(run, 0, begun, origin)
          states.set(state, at)
        }
        const runAll: Kernel['run'] = (...bars) => loop(states, stride, ...bars)
        // What a stretch writes before its state is guessed, the one before overwrites.
        go(runAll, begun, guessed)
        const guesses = states.slice()
        go(runAll, guessed, guessed + stride)
        let first = guessed
        for (let at = 0; at < states.length; at += size, first += stride)
          if (at > 0 && state.some((value, place) => !Object.is(value, guesses[at + place])))
            go(run, first, first + stride)
          else state.set(states.subarray(at, at + size))
        go(run, first, to - from)
      },
    },
  }
}
