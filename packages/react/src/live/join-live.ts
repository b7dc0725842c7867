import type { BarSeries } from '@starkmatter/core'
import type { BarTail } from './bar-tail.ts'
import { LiveSeries } from './live-series.ts'

/** Joins the newest history with the newest live bars, touching only what changed since the last call. */
export class JoinLive {
  #key = ''
  #history: BarSeries | undefined
  #live: LiveSeries | undefined
  /** Live bars taken in so far, dropped ones included. */
  #taken = 0

  /** @param key - What the series is of. Another key starts anew. */
  join(key: string, history: BarSeries | undefined, tail: BarTail | undefined): BarSeries | undefined {
    if (key !== this.#key || !history) {
      this.#key = key
      this.#history = undefined
      this.#live = undefined
      this.#taken = 0
    }
    if (!history) return undefined
    if (history !== this.#history) {
      this.#history = history
      this.#live = this.#live ? this.#live.rebase(history) : new LiveSeries(history)
    }
    const live = this.#live ?? new LiveSeries(history)
    this.#live = live
    if (tail) this.#take(live, history, tail)
    return live.snapshot()
  }

  #take(live: LiveSeries, history: BarSeries, { bars, dropped }: BarTail): void {
    const end = dropped + bars.length
    // A feed that was opened anew counts from the start again.
    if (end < this.#taken) this.#taken = 0
    // The last bar taken may have moved since.
    const from = Math.max(this.#taken - 1 - dropped, 0)
    const oldest = history.time[0] ?? Number.NEGATIVE_INFINITY
    for (const bar of bars.slice(from)) if (bar.time >= oldest) live.apply(bar)
    this.#taken = end
  }
}
