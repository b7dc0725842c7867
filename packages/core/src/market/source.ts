import type { Attempt } from '../errors/index.ts'

/** Where an answer comes from. Every answer carries one. */
export type Source = {
  provider: string
  /** When the answer was received, ms UTC. */
  fetchedAt: number
  /** How far the data lags the market by the provider's own word; `null` when it does not say, 0 for realtime. */
  delayedMs: number | null
  /** Every provider asked, in order, the answering one last. */
  attempts: readonly Attempt[]
  requestId?: string
}
