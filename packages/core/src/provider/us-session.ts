import { offsetInZone, parseInterval } from '../market/index.ts'
import type { BarsQuery } from './query.ts'

const dayMs = 86_400_000
const opening = 9.5 * 3_600_000
const closing = 16 * 3_600_000

/**
 * Which bars of a share belong to the regular session in New York, where the caller did not ask for more: for venues that
 * always send all of 04:00 to 20:00. An hour that the opening bell cuts in two counts as regular.
 */
export function usSessionFilter({
  instrument,
  interval,
  extendedHours,
}: Pick<BarsQuery, 'instrument' | 'interval' | 'extendedHours'>): (time: number) => boolean {
  const { ms, isDaily } = parseInterval(interval)
  const isShare = instrument.assetClass === 'equity' || instrument.assetClass === 'fund'
  if (extendedHours || isDaily || !isShare) return () => true
  let day = Number.NaN
  let offset = 0
  return (time) => {
    // One look at the zone a day: the clocks change on Sundays, when there are no bars.
    const today = Math.floor(time / dayMs)
    if (today !== day) offset = offsetInZone(today * dayMs + dayMs / 2, 'America/New_York')
    day = today
    const clock = (time + offset + dayMs) % dayMs
    return clock < closing && clock + ms > opening
  }
}
