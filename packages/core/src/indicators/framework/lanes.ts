import { runBlocks } from './blocks.ts'
import { asColumns, type Columns } from './column.ts'
import type { Kernel, Scratch } from './kernel.ts'

/** A kernel's loop over several stretches of a series side by side, so that none waits for the one before. */
export type Lanes = {
  /** How many stretches there are. */
  readonly count: number
  /** Bars that belong to the beginning of a series: later ones are all alike. */
  readonly begun: number
  /** Bars after which a loop that began anywhere has most likely the state of one that began long before. */
  readonly memory: number
  /**
   * Advances the first stretch over bars `start` to `end - 1`, the second over those `stride` bars later, and so on.
   * `states` holds the kernel's state, of which it has only one, for each stretch in order.
   */
  run(
    states: Float64Array,
    stride: number,
    inputs: Columns,
    outputs: Columns,
    start: number,
    end: number,
  ): void
}

/**
 * Runs a long series in stretches side by side. Each but the first guesses its state: it begins `memory` bars early, as a
 * series of its own. When the stretch before arrives there, its state must be the guess to the bit: else the stretch is
 * run again from the true state. So the results never depend on the guess. See docs/decisions/speculative-lanes.md.
 */
export function inLanes({ count, begun, memory, run }: Lanes): Scratch {
  return {
    count: 0,
    run(kernel, inputs, outputs, from, to) {
      const guessed = begun + memory
      const stride = Math.floor((to - from - guessed) / count)
      const go = (loop: Pick<Kernel, 'run'>, start: number, end: number, origin = from) => {
        const part = (column: Float64Array) => column.subarray(origin, to)
        runBlocks(loop, asColumns(inputs.map(part)), asColumns(outputs.map(part)), start, end)
      }
      if (stride < memory) return go(kernel, 0, to - from)

      const state = asColumns(kernel.states)[0]
      const initial = state.slice()
      const size = state.length
      const states = new Float64Array(count * size)
      for (let lane = 0; lane < count; lane++) {
        state.set(initial)
        go(kernel, 0, begun, from + lane * stride)
        states.set(state, lane * size)
      }
      const lanes: Pick<Kernel, 'run'> = { run: (...bars) => run(states, stride, ...bars) }
      // What a stretch writes before its state is guessed, the one before overwrites.
      go(lanes, begun, guessed)
      const guesses = states.slice()
      go(lanes, guessed, guessed + stride)
      let first = guessed
      for (let at = 0; at < states.length; at += size, first += stride)
        if (at > 0 && state.some((value, place) => !Object.is(value, guesses[at + place])))
          go(kernel, first, first + stride)
        else state.set(states.subarray(at, at + size))
      go(kernel, first, to - from)
    },
  }
}
