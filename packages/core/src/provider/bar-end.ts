import { dateInZone, type Interval, parseInterval, zonedToUtc } from '../market/index.ts'

const dayMs = 86_400_000

/**
 * When a bar that opened at `time` is over, ms UTC: days, weeks and months end at midnight in the zone.
 *
 * @example
 * barEnd(Date.UTC(2024, 0, 2, 14, 30), '1d', 'America/New_York') // 1704258000000, midnight of 3 January
 */
export function barEnd(time: number, interval: Interval, timeZone: string): number {
  const { count, unit, ms, isDaily } = parseInterval(interval)
  if (!isDaily) return time + ms
  const date = dateInZone(time, timeZone)
  const local = Date.parse(date)
  if (unit === 'd' || unit === 'w')
    return zonedToUtc(local + count * (unit === 'w' ? 7 : 1) * dayMs, timeZone)
  const end = new Date(Date.parse(`${date.slice(0, 7)}-01`))
  if (unit === 'mo') end.setUTCMonth(end.getUTCMonth() + count)
  else end.setUTCFullYear(end.getUTCFullYear() + count)
  return zonedToUtc(end.getTime(), timeZone)
}
