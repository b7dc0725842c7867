import type { LiveBar } from '@starkmatter/core'

/** Bars that came in live, in the order they came; each bar once, in its newest state. */
export type BarTail = {
  /** Grows in place between two states, so that a tick costs no copy. */
  bars: LiveBar[]
  /** How many were dropped at the front. */
  dropped: number
}

const tailKept = 10_000

/** Adds one live bar. */
export function foldTail(previous: BarTail | undefined, bar: LiveBar): BarTail {
  const bars = previous?.bars ?? []
  let dropped = previous?.dropped ?? 0
  if (bars.at(-1)?.time === bar.time) bars[bars.length - 1] = bar
  else bars.push(bar)
  if (bars.length > tailKept) {
    bars.shift()
    dropped++
  }
  return { bars, dropped }
}
