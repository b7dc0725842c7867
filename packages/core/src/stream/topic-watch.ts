import type { Clock } from '../http/clock.ts'
import type { StreamTopic } from '../provider/index.ts'

export type TopicWatchOptions = {
  clock: Clock
  /** How often the venue promises to say something of a topic, ms; nothing where it promises nothing. */
  rhythmMs: ((topic: StreamTopic) => number | undefined) | undefined
  /** Called when a topic was silent for longer, and again after every further silence as long. */
  onSilent(topic: StreamTopic, silentMs: number): void
}

type Watched = { topic: StreamTopic; everyMs: number; heardAt: number; isSilent: boolean; cancel(): void }

/** Timers of JavaScript run no longer. */
const longestTimerMs = 2 ** 31 - 1

/** Notices topics that fall silent on a connection that lives: the venue has forgotten them, or never took them. */
export class TopicWatch {
  readonly #options: TopicWatchOptions
  readonly #watched = new Map<string, Watched>()

  constructor(options: TopicWatchOptions) {
    this.#options = options
  }

  /** From now on the topic is expected. */
  add(topic: StreamTopic): void {
    const everyMs = this.#options.rhythmMs?.(topic)
    if (everyMs === undefined) return
    this.remove(topic.key)
    const heardAt = this.#options.clock.now()
    const watched = { topic, everyMs, heardAt, isSilent: false, cancel: () => {} }
    this.#watched.set(topic.key, watched)
    this.#wait(watched, everyMs)
  }

  remove(key: string): void {
    this.#watched.get(key)?.cancel()
    this.#watched.delete(key)
  }

  clear(): void {
    for (const { cancel } of this.#watched.values()) cancel()
    this.#watched.clear()
  }

  /** @returns True where the topic had been silent for too long. */
  heard(key: string, now: number): boolean {
    if (this.#watched.size === 0) return false
    const watched = this.#watched.get(key)
    if (!watched) return false
    const { isSilent } = watched
    watched.heardAt = now
    watched.isSilent = false
    return isSilent
  }

  #wait(watched: Watched, delayMs: number): void {
    const { clock, onSilent } = this.#options
    watched.cancel = clock.schedule(Math.min(delayMs, longestTimerMs), () => {
      const { topic, everyMs } = watched
      const silentMs = clock.now() - watched.heardAt
      if (silentMs < everyMs) {
        this.#wait(watched, everyMs - silentMs)
        return
      }
      watched.isSilent = true
      this.#wait(watched, everyMs)
      onSilent(topic, silentMs)
    })
  }
}
