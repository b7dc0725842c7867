import { type BarSeries, type Interval, isInterval, parseInterval } from '@starkmatter/core'
import type { BarTail } from './bar-tail.ts'

/**
 * From when bars may be missing, ms UTC, or `undefined` where nothing hints at that.
 *
 * A night or a weekend looks like a gap too: it costs one request, once.
 */
export function missedSince(facts: {
  history: BarSeries | undefined
  tail: BarTail | undefined
  interval: Interval
  /** The feed has just come back. */
  reconnected: boolean
}): number | undefined {
  const { history, tail, interval } = facts
  const last = history?.time[history.length - 1]
  if (last === undefined || !isInterval(interval)) return undefined
  const bars = tail?.bars ?? []
  const newest = bars.at(-1)
  const before = bars.at(-2)?.time ?? last
  if (facts.reconnected) return newest?.time ?? last
  if (!newest || newest.time <= last) return undefined
  const reach = parseInterval(interval).ms * 1.5
  return newest.time - Math.max(before, last) > reach ? Math.max(before, last) : undefined
}
