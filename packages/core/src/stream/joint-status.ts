import type { StreamStatus } from './subscription.ts'

// From what a reader must know first to what needs no word.
const severity = ['closed', 'reconnecting', 'stale', 'connecting', 'polling', 'live'] as const

/** The status of a subscription made of several topics: the worst of their states, and what they have in common. */
export class JointStatus {
  readonly #parts = new Map<number, Partial<StreamStatus>>()
  readonly #tell: (changes: Partial<StreamStatus>) => void

  constructor(tell: (changes: Partial<StreamStatus>) => void) {
    this.#tell = tell
  }

  set(part: number, changes: Partial<StreamStatus>): void {
    const { error: _previous, ...rest } = this.#parts.get(part) ?? {}
    this.#parts.set(part, { ...rest, ...changes })
    const parts = [...this.#parts.values()]
    const states = new Set(parts.map(({ state }) => state))
    const providers = new Set(parts.map(({ provider }) => provider))
    const delays = parts.map(({ delayedMs }) => delayedMs)
    const { error } = parts.find((one) => one.error) ?? {}
    this.#tell({
      state: severity.find((state) => states.has(state)) ?? 'connecting',
      provider: providers.size === 1 ? (parts[0]?.provider ?? null) : null,
      simulated: parts.some(({ simulated }) => simulated),
      delayedMs: delays.includes(null) ? null : Math.max(...delays.map((delay) => delay ?? 0)),
      ...(error && { error }),
    })
  }

  /** Forgets a topic that has failed; true when it was the last. */
  drop(part: number): boolean {
    this.#parts.delete(part)
    return this.#parts.size === 0
  }
}
