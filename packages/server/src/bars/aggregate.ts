import { type Interval, offsetInZone, parseInterval } from '@starkmatter/core'

type Row = [time: number, open: number, high: number, low: number, close: number, volume: number | null]

/**
 * The longest of `available` from which bars of `wanted` can be put together: minutes and hours from those that divide
 * them, weeks and months from days. Days are not made of minutes, because which minutes belong to a session is not known.
 */
export function sourceInterval(available: readonly Interval[], wanted: Interval): Interval | undefined {
  const target = parseInterval(wanted)
  const fitting = available.filter((interval) => {
    const { ms, unit, isDaily } = parseInterval(interval)
    if (target.isDaily)
      return interval === '1d' && (target.unit === 'w' || target.unit === 'mo') && target.count === 1
    return !isDaily && unit !== 'd' && ms < target.ms && target.ms % ms === 0
  })
  return fitting.toSorted((a, b) => parseInterval(b).ms - parseInterval(a).ms)[0]
}

/** How many bars of the source interval make one of the wanted interval, at most. */
export function barsPerBar(source: Interval, wanted: Interval): number {
  return Math.ceil(parseInterval(wanted).ms / parseInterval(source).ms)
}

/**
 * Puts bars together into longer ones, counted in the exchange's zone: hours from its midnight, weeks from Monday.
 *
 * An intraday bar opens where its stretch begins; a week or a month opens with its first bar.
 */
export function aggregateRows(
  rows: string,
  wanted: Interval,
  timeZone: string,
): { rows: string; count: number } {
  const parsed: Row[] = JSON.parse(`[${rows}]`)
  const { isDaily } = parseInterval(wanted)
  const bucketOf = bucketing(wanted, timeZone)
  const bars: Row[] = []
  let bucket = Number.NaN
  for (const [time, open, high, low, close, volume] of parsed) {
    const next = bucketOf(time)
    const bar = bars.at(-1)
    if (!bar || next !== bucket) {
      bars.push([isDaily ? time : next, open, high, low, close, volume])
      bucket = next
      continue
    }
    bar[2] = Math.max(bar[2], high)
    bar[3] = Math.min(bar[3], low)
    bar[4] = close
    // A volume that is not known anywhere is not zero; one that is known in part is the sum of what is known.
    if (volume !== null) bar[5] = (bar[5] ?? 0) + volume
  }
  return { rows: JSON.stringify(bars).slice(1, -1), count: bars.length }
}

/** Says which bar an instant belongs to. */
function bucketing(interval: Interval, timeZone: string): (time: number) => number {
  const { ms, unit } = parseInterval(interval)
  const dayMs = 86_400_000
  return (time) => {
    const offset = offsetInZone(time, timeZone)
    const local = time + offset
    // 1970-01-01 was a Thursday: three days later, weeks begin.
    if (unit === 'w') return Math.floor((local / dayMs + 3) / 7)
    if (unit === 'mo') return new Date(local).getUTCFullYear() * 12 + new Date(local).getUTCMonth()
    const midnight = Math.floor(local / dayMs) * dayMs
    return midnight + Math.floor((local - midnight) / ms) * ms - offset
  }
}
