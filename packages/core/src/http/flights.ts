import { type Deadline, untilAborted } from './deadline.ts'
import { manyListeners } from './many-listeners.ts'

/** Work that several callers wait for. It has as much time as the most patient of them; `at` grows when one joins. */
export type Flight = Pick<Deadline, 'at' | 'signal' | 'isLastChance'>

type Entry = { work: Promise<unknown>; waiting: Set<Flight>; controller: AbortController }

/** Identical calls under way share one piece of work. It is cancelled only when the last of its callers has left. */
export class Flights {
  readonly #entries = new Map<string, Entry>()

  /**
   * Joins the work of this key, or starts it.
   *
   * @param key - Must tell apart everything that changes the answer, its type included.
   */
  async join<result>(
    key: string,
    deadline: Flight,
    start: (flight: Flight) => Promise<result>,
  ): Promise<result> {
    const entry = this.#entries.get(key) ?? this.#launch(key, deadline, start)
    entry.waiting.add(deadline)
    try {
      // One key is one question, so the work of an equal key answers with the same type.
      return (await untilAborted(entry.work, deadline.signal)) as result
    } finally {
      entry.waiting.delete(deadline)
      if (entry.waiting.size === 0) {
        this.#forget(key, entry)
        entry.controller.abort(deadline.signal.reason)
      }
    }
  }

  #launch<result>(key: string, deadline: Flight, start: (flight: Flight) => Promise<result>): Entry {
    const controller = new AbortController()
    const waiting = new Set<Flight>([deadline])
    const flight: Flight = {
      get at() {
        return Math.max(...Array.from(waiting, ({ at }) => at))
      },
      get isLastChance() {
        return Array.from(waiting).some(({ isLastChance = true }) => isLastChance)
      },
      signal: manyListeners(controller.signal),
    }
    const work = start(flight)
    const entry: Entry = { work, waiting, controller }
    this.#entries.set(key, entry)
    const done = () => this.#forget(key, entry)
    work.then(done, done)
    return entry
  }

  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key)
  }
}
