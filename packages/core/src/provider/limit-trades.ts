import type { TradesQuery } from './query.ts'

/** As many as were asked for, of trades in order: the first, or the last where the newest are meant. */
export function limitTrades<trade>(
  trades: readonly trade[],
  { limit, fromEnd }: Pick<TradesQuery, 'limit' | 'fromEnd'>,
): trade[] {
  return fromEnd ? trades.slice(-limit) : trades.slice(0, limit)
}

/** Whether the end is the instant of the call, as it is where none was asked for: a venue then need not be told. */
export function reachesNow({ end, now }: Pick<TradesQuery, 'end' | 'now'>): boolean {
  return end > now - 1_000
}
