import type { StreamTopic } from '../stream.ts'

/** Which topics a venue's own stream (`btcusdt@aggTrade`) feeds: several where they differ in what they show of it. */
export class TopicIndex {
  readonly #topics = new Map<string, StreamTopic[]>()
  /** The same by the two parts of a name. */
  readonly #pairs = new Map<string, Map<string, readonly StreamTopic[]>>()

  /** @returns True when it is the first of its name. */
  add(name: string, topic: StreamTopic): boolean {
    const present = this.#topics.get(name)
    if (!present) this.#set(name, [topic])
    else if (present.every(({ key }) => key !== topic.key)) this.#set(name, [...present, topic])
    return present === undefined
  }

  /** @returns True when it was the last of its name. */
  remove(name: string, topic: StreamTopic): boolean {
    const rest = this.#topics.get(name)?.filter(({ key }) => key !== topic.key)
    if (!rest) return false
    this.#set(name, rest)
    return rest.length === 0
  }

  /** `undefined` where nobody listens, or no longer. */
  of(name: string): readonly StreamTopic[] | undefined {
    return this.#topics.get(name)
  }

  /** The topics of a name of two parts, `trades BTCUSDT` or `T.AAPL`, without putting it together for every frame. */
  ofPair(first: string, second: string): readonly StreamTopic[] | undefined {
    return this.#pairs.get(first)?.get(second)
  }

  #set(name: string, topics: StreamTopic[]): void {
    const [, first = '', second = ''] = /^([^ .]*)[ .](.*)$/.exec(name) ?? []
    const pairs = this.#pairs.get(first) ?? new Map<string, readonly StreamTopic[]>()
    this.#pairs.set(first, pairs)
    if (topics.length > 0) {
      this.#topics.set(name, topics)
      pairs.set(second, topics)
    } else {
      this.#topics.delete(name)
      pairs.delete(second)
    }
  }

  names(): string[] {
    return [...this.#topics.keys()]
  }
}
