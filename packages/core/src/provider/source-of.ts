import type { Source } from '../market/index.ts'

/** Where an answer comes from. The client fills in the attempts. */
export function sourceOf(provider: string, query: { now: number }, delayedMs: number | null = null): Source {
  return { provider, fetchedAt: query.now, delayedMs, attempts: [] }
}
