import type { ConnectionState, StreamStatus } from '@starkmatter/core'

/** All open feeds as one: the state is that of the feed in the most trouble. */
export type Connection = {
  /** `idle` when nothing is being listened to. */
  state: ConnectionState | 'idle'
  /** How many feeds are open. */
  feeds: number
  /** Whether any of them carries made-up data. */
  simulated: boolean
  /** Longest lag behind the market, ms, of those that say. */
  delayedMs: number | null
  /** When anything last arrived, ms UTC. */
  lastEventAt: number | null
}

export const unconnected: Connection = {
  state: 'idle',
  feeds: 0,
  simulated: false,
  delayedMs: null,
  lastEventAt: null,
}

// From bad to good.
const order: readonly ConnectionState[] = ['closed', 'reconnecting', 'stale', 'connecting', 'polling', 'live']

export function summarize(statuses: readonly StreamStatus[]): Connection {
  if (statuses.length === 0) return unconnected
  const largest = (values: readonly (number | null)[]) =>
    values.reduce((most, value) => (value === null || (most !== null && most > value) ? most : value), null)
  return {
    state: order.find((state) => statuses.some((status) => status.state === state)) ?? 'idle',
    feeds: statuses.length,
    simulated: statuses.some((status) => status.simulated),
    delayedMs: largest(statuses.map((status) => status.delayedMs)),
    lastEventAt: largest(statuses.map((status) => status.lastEventAt)),
  }
}
