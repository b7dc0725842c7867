import type { Columns } from './column.ts'

/**
 * One function with its parameters bound, as a resumable loop. The batch form runs it once over everything,
 * the stream form one bar at a time: both give the same bits because they are the same code.
 */
export type Kernel = {
  /** Index of the first valid output. Everything before is masked by the caller. */
  readonly lookback: number
  /** How many earlier bars a step may read, from any column (inputs, outputs, scratch). */
  readonly window: number
  /** All that a step changes besides `outputs[i]`. Saved and put back to undo a step. */
  readonly states: readonly Float64Array[]
  /** Scratch columns, found in `outputs` after the real ones. */
  readonly scratch?: Scratch
  /** Value while warming up. @default NaN */
  readonly lead?: number
  /** Drops what was cached about column positions; called when bars move. */
  forget?(): void
  /**
   * Advances over bars `start` to `end - 1`. Bars come in order, each once, unless a step is undone.
   * `i < lookback` holds exactly while warming up; later positions are only relative.
   */
  run(inputs: Columns, outputs: Columns, start: number, end: number): void
}

/** Columns for the kernel's own use, and how a whole series is run with them. */
export type Scratch = {
  readonly count: number
  run(kernel: Kernel, inputs: Columns, outputs: Columns, bars: number): void
}

/** A kernel from one column to one column: moving averages and whatever else is a building block. */
export type SeriesKernel = {
  readonly lookback: number
  readonly window: number
  readonly states: readonly Float64Array[]
  step(input: Float64Array, output: Float64Array, start: number, end: number): void
}

/** Makes a building block a function of its own. `hidden` more leading outputs are masked (an unstable period). */
export function seriesKernel(series: SeriesKernel, hidden = 0): Kernel {
  return {
    lookback: series.lookback + hidden,
    window: series.window,
    states: series.states,
    run: (inputs, outputs, start, end) => series.step(inputs[0], outputs[0], start, end),
  }
}
