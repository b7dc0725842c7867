import type { Frame } from './frame.ts'

/**
 * Latest value per key. Writes are free; readers see them, and are told, once a frame.
 *
 * A key nobody listens to is kept: who owns the key deletes it.
 */
export class TickStore<value> {
  readonly #frame: Frame
  readonly #published = new Map<string, value>()
  readonly #pending = new Map<string, value>()
  readonly #listeners = new Map<string, Set<() => void>>()

  constructor(frame: Frame) {
    this.#frame = frame
  }

  /** What readers see: unchanged between two flushes, so that a render never tears. */
  get(key: string): value | undefined {
    return this.#published.get(key)
  }

  /** The newest value, published or not: what the next one builds on. */
  latest(key: string): value | undefined {
    return this.#pending.get(key) ?? this.#published.get(key)
  }

  set(key: string, value: value): void {
    this.#pending.set(key, value)
    this.#frame.request(this.#flush)
  }

  delete(key: string): void {
    this.#pending.delete(key)
    this.#published.delete(key)
  }

  /** Calls `listener` after each flush that changed `key`. */
  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) this.#listeners.delete(key)
    }
  }

  readonly #flush = (): void => {
    const dirty = [...this.#pending.keys()]
    for (const [key, value] of this.#pending) this.#published.set(key, value)
    this.#pending.clear()
    for (const key of dirty) for (const listener of [...(this.#listeners.get(key) ?? [])]) listener()
  }
}
