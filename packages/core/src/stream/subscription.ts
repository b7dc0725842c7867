import type { EventEmitter } from 'eventemitter3'
import type { StarkMatterError } from '../errors/index.ts'

export type ConnectionState = 'connecting' | 'live' | 'polling' | 'stale' | 'reconnecting' | 'closed'

/** How a live feed stands, for a badge. */
export type StreamStatus = {
  state: ConnectionState
  provider: string | null
  simulated: boolean
  delayedMs: number | null
  /** When the last item arrived, ms UTC. */
  lastEventAt: number | null
  /** Items merged away because this consumer was slow, since the start. */
  conflated: number
  /** Why it reconnects, where it does. */
  error?: StarkMatterError | undefined
}

/** A stretch of a live feed that could not be had. */
export type StreamGap = { from: number | null; to: number | null; reason: string }

export type SubscriptionEvents<item> = {
  data: [item]
  status: [StreamStatus]
  gap: [StreamGap]
  /** The feed has ended for good. A passing trouble is a `status`. */
  error: [StarkMatterError]
}

/** A live feed: iterate it, or listen to its events, and close it. */
export interface Subscription<item> extends AsyncIterable<item>, EventEmitter<SubscriptionEvents<item>> {
  readonly status: StreamStatus
  close(): void
  [Symbol.asyncDispose](): Promise<void>
}
