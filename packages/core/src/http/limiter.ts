import { parseInterval } from '../market/index.ts'
import type { Limit } from '../provider/index.ts'

export type LimitRequest = {
  /** Budgets without a scope of their own are the provider's. */
  provider: string
  limits: readonly Limit[]
  weight: number
  /** ms UTC, by the client's clock. */
  now: number
  maxWaitMs: number
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined
}

/**
 * A place in every window at once, `waitMs` from now; or none within `maxWaitMs`, and when there would be one.
 * `settle` is called when the request is over: by then the venue has counted it, however long it was on its way.
 */
export type LimitGrant =
  | { granted: true; waitMs: number; settle?(): void }
  | { granted: false; availableAt: number; windowMs: number }

/** Keeps a provider's budgets. The default lives in this process; one over Redis can share them between processes. */
export type Limiter = {
  reserve(request: LimitRequest): LimitGrant | Promise<LimitGrant>
  /** The venue itself asked for silence until `until`, ms UTC. */
  pause(provider: string, until: number): void
}

// A request reaches the venue a moment after it was granted, and not always the same moment: without this margin two
// that were granted one window apart could arrive closer together.
const marginShare = 1 / 50
const maxMarginMs = 1_000

/** Grants of one budget, oldest first. Those that no window can hold any more are forgotten. */
class SlidingWindow {
  readonly tokens: number
  readonly ms: number
  #times: number[] = []
  #weights: number[] = []
  #used = 0

  constructor({ tokens, every }: Limit) {
    const { ms } = parseInterval(every)
    this.tokens = tokens
    this.ms = ms + Math.min(ms * marginShare, maxMarginMs)
  }

  /** The earliest time, `from` or later and not before an earlier grant, at which `weight` more fits. */
  earliest(from: number, weight: number): number {
    if (weight > this.tokens) return Number.POSITIVE_INFINITY
    while ((this.#times[0] ?? Number.POSITIVE_INFINITY) + this.ms <= from) {
      this.#times.shift()
      this.#used -= this.#weights.shift() ?? 0
    }
    let time = Math.max(from, this.#times.at(-1) ?? from)
    let used = this.#used
    for (let i = 0; used + weight > this.tokens; i++) {
      time = Math.max(time, (this.#times[i] ?? from) + this.ms)
      used -= this.#weights[i] ?? used
    }
    return time
  }

  take(time: number, weight: number): void {
    this.#times.push(time)
    this.#weights.push(weight)
    this.#used += weight
  }
}

/**
 * Budgets kept in this process, as sliding windows: no window of a budget's length ever holds more than its tokens,
 * wherever it is laid. Requests are served in the order they came.
 */
export function memoryLimiter(): Limiter {
  const windows = new Map<string, SlidingWindow>()
  const paused = new Map<string, number>()

  function windowOf(provider: string, limit: Limit): SlidingWindow {
    const key = `${limit.scope ?? provider} ${limit.tokens}/${limit.every}`
    const known = windows.get(key)
    if (known) return known
    const made = new SlidingWindow(limit)
    windows.set(key, made)
    return made
  }

  return {
    reserve({ provider, limits, weight, now, maxWaitMs }) {
      let time = Math.max(now, paused.get(provider) ?? 0)
      let windowMs = 0
      const held = limits.map((limit) => windowOf(provider, limit))
      for (const window of held) {
        const earliest = window.earliest(time, weight)
        if (earliest > time) {
          time = earliest
          windowMs = window.ms
        }
      }
      // A later window may have moved the time; the earlier ones only hold less by then.
      if (time - now > maxWaitMs) return { granted: false, availableAt: time, windowMs }
      for (const window of held) window.take(time, weight)
      return { granted: true, waitMs: time - now }
    },
    pause(provider, until) {
      paused.set(provider, Math.max(until, paused.get(provider) ?? 0))
    },
  }
}
