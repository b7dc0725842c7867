type Entry = { text: string; freshUntil: number; staleUntil: number; bytes: number }

/** Texts of this process, within bounds: what was not asked for the longest goes first. */
export class BoundedTexts {
  readonly #maxBytes: number
  readonly #maxEntries: number
  readonly #entries = new Map<string, Entry>()
  #bytes = 0

  constructor({ maxBytes, maxEntries }: { maxBytes: number; maxEntries: number }) {
    this.#maxBytes = maxBytes
    this.#maxEntries = maxEntries
  }

  get(key: string, now: number): { text: string; isFresh: boolean } | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#delete(key)
    if (entry.staleUntil <= now) return undefined
    this.#put(key, entry)
    return { text: entry.text, isFresh: entry.freshUntil > now }
  }

  set(key: string, text: string, freshUntil: number, staleUntil: number): void {
    this.#delete(key)
    // UTF-16, at the most.
    const bytes = 2 * (key.length + text.length)
    // One answer must not drive out all others.
    if (bytes > this.#maxBytes / 8) return
    this.#put(key, { text, freshUntil, staleUntil, bytes })
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes && this.#entries.size <= this.#maxEntries) break
      this.#delete(oldest)
    }
  }

  #put(key: string, entry: Entry): void {
    this.#entries.set(key, entry)
    this.#bytes += entry.bytes
  }

  #delete(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
  }
}
