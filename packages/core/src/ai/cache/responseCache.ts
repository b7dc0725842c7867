/** Keeps the texts of earlier answers. Give one that outlives the process to make replays free for good. */
export type ResponseCache = {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<void>
}

/**
 * Answers in memory, the least recently used dropped first.
 *
 * @example
 * const cache = memoryResponseCache({ maxEntries: 100 })
 */
export function memoryResponseCache({
  maxEntries = 500,
}: {
  maxEntries?: number | undefined
} = {}): ResponseCache {
  const entries = new Map<string, string>()
  return {
    async get(key) {
      const value = entries.get(key)
      if (value === undefined) return undefined
      entries.delete(key)
      entries.set(key, value)
      return value
    },
    async set(key, value) {
      entries.delete(key)
      entries.set(key, value)
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries) break
        entries.delete(oldest)
      }
    },
  }
}
