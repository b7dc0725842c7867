import type { Freshness } from './cache.ts'

/** How long each kind of answer is good, and stands in where a provider fails. */
export const freshness = {
  quotes: { freshMs: 1_000, staleMs: 60_000 },
  news: { freshMs: 30_000, staleMs: 600_000 },
  search: { freshMs: 60_000, staleMs: 3_600_000 },
} as const satisfies Record<string, Freshness>
