import { StarkMatterError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import { type Bar, type Interval, parseInterval } from '../market/index.ts'
import { pause } from './pause.ts'
import type { StreamGap } from './subscription.ts'

export type BarSequenceOptions = {
  clock: Clock
  interval: Interval
  /** Where the sequence begins, ms UTC: after a break before the first bar, it is filled from here. */
  since: number
  /** What the feed leaves out at no time (see `SocketStream.complete`): where that is missing, it is a loss. */
  complete?: () => readonly string[]
  /**
   * Bars from an open time on, oldest first, the forming one included.
   *
   * @param signal - Aborted when the answer is of no use any more.
   */
  history(from: number, signal: AbortSignal): Promise<readonly Bar[]>
  onBar(bar: Bar): void
  onGap(gap: StreamGap): void
}

const retryDelaysMs = [500, 1_000, 2_000, 4_000, 8_000]
/** An answer that does not reach the live bars may be late, or nothing was traded in between: it is asked again so often. */
const maxLateAnswers = 2

/**
 * Makes one ordered sequence of what a live feed says and what it missed. Each bar opens once, changes while it forms
 * and closes once; after a break, history fills in what lies between before anything newer is told.
 */
export class BarSequence {
  readonly #options: BarSequenceOptions
  readonly #intervalMs: number
  #last: Bar | undefined
  /** Live bars held back while history is fetched. */
  #held: Bar[] | undefined
  #filling = new AbortController()

  constructor(options: BarSequenceOptions) {
    this.#options = options
    this.#intervalMs = longestOf(options.interval)
  }

  /** A bar from the live feed. */
  receive(bar: Bar): void {
    if (this.#held) this.#held.push(bar)
    else if (this.#leavesHole(bar)) {
      this.#held = [bar]
      void this.resume()
    } else this.#accept(bar)
  }

  /** The feed broke: what it says from now on follows a hole. */
  interrupt(): void {
    this.#supersede()
    this.#held ??= []
  }

  /** The feed is back: fills the hole, then lets the live bars go on. */
  async resume(): Promise<void> {
    this.#held ??= []
    const signal = this.#supersede()
    const from = this.#last?.time ?? this.#options.since
    let failure: StarkMatterError | undefined
    let lateAnswers = 0
    for (const delayMs of [...retryDelaysMs, undefined]) {
      try {
        const bars = await this.#options.history(from, signal)
        if (signal.aborted) return
        failure = undefined
        for (const bar of bars) this.#accept(bar)
        if (this.#reachesLive(this.#held) || lateAnswers++ === maxLateAnswers) break
      } catch (error) {
        if (signal.aborted) return
        if (!StarkMatterError.is(error)) throw error
        failure = error.code === 'NO_DATA' ? undefined : error
        if (failure && !failure.retryable) break
      }
      if (delayMs === undefined) break
      // A bar that just closed may take the venue a moment to appear in its history.
      await pause(this.#options.clock, delayMs, signal)
      if (signal.aborted) return
    }
    const held = this.#held
    this.#held = undefined
    if (failure) {
      const to = held[0]?.time ?? this.#options.clock.now()
      this.#options.onGap({ from, to, reason: `What was missed could not be had: ${failure.message}` })
    }
    for (const bar of held) {
      const end = this.#last && this.#last.time + this.#intervalMs
      if (!failure && end !== undefined && bar.time > end && this.#isComplete('bars')) {
        this.#options.onGap({
          from: end,
          to: bar.time,
          reason: 'Neither the feed nor history has these bars.',
        })
      }
      this.#accept(bar)
    }
  }

  /** Nothing that is still under way is told any more. */
  stop(): void {
    this.#supersede()
    this.#held = []
  }

  /** Ends the filling that is under way; the answer is the signal of the next. */
  #supersede(): AbortSignal {
    this.#filling.abort()
    this.#filling = new AbortController()
    return this.#filling.signal
  }

  #isComplete(what: 'bars' | 'closes'): boolean {
    return this.#options.complete?.().includes(what) ?? false
  }

  #leavesHole(bar: Bar): boolean {
    const last = this.#last
    if (!last || bar.time <= last.time) return false
    if (bar.time > last.time + this.#intervalMs && this.#isComplete('bars')) return true
    return !last.closed && this.#isComplete('closes')
  }

  /**
   * Whether nothing can lie before any of the held bars, and none of them closes a bar of which the last word may be missing.
   * Without one, what was told is all there is.
   */
  #reachesLive(held: readonly Bar[]): boolean {
    let time = this.#last?.time ?? Number.NEGATIVE_INFINITY
    // History told of it before it was over, and the feed has said nothing of it since.
    let isUnsure = this.#last?.closed === false
    for (const bar of held) {
      if (bar.time > time + this.#intervalMs) return false
      if (bar.time > time && isUnsure) return false
      if (bar.time >= time) isUnsure = !bar.closed && this.#isComplete('closes')
      time = Math.max(time, bar.time)
    }
    return true
  }

  #accept(bar: Bar): void {
    const last = this.#last
    if (last) {
      if (bar.time < last.time || (bar.time === last.time && last.closed)) return
      // The feed went on without closing it: then it is closed by that.
      if (bar.time > last.time && !last.closed) this.#options.onBar({ ...last, closed: true })
    }
    this.#last = bar
    this.#options.onBar(bar)
  }
}

/** The longest that a bar may take: where months and years differ, the next one is no hole for being late. */
function longestOf(interval: Interval): number {
  const { unit, ms } = parseInterval(interval)
  if (unit === 'mo') return (ms / 30) * 31
  return unit === 'y' ? (ms / 365) * 366 : ms
}
