import type { StreamTopic } from '../stream.ts'

/** Which topics a venue's own stream (`btcusdt@aggTrade`) feeds: several where they differ in what they show of it. */
export class TopicIndex {
  readonly #topics = new Map<string, StreamTopic[]>()

  /** @returns True when it is the first of its name. */
  add(name: string, topic: StreamTopic): boolean {
    const present = this.#topics.get(name)
    if (!present) this.#topics.set(name, [topic])
    else if (present.every(({ key }) => key !== topic.key)) present.push(topic)
    return present === undefined
  }

  /** @returns True when it was the last of its name. */
  remove(name: string, topic: StreamTopic): boolean {
    const rest = this.#topics.get(name)?.filter(({ key }) => key !== topic.key)
    if (!rest) return false
    if (rest.length > 0) this.#topics.set(name, rest)
    else this.#topics.delete(name)
    return rest.length === 0
  }

  /** `undefined` where nobody listens, or no longer. */
  of(name: string): readonly StreamTopic[] | undefined {
    return this.#topics.get(name)
  }

  names(): string[] {
    return [...this.#topics.keys()]
  }
}
