import { tradingDays } from '../calendar/trading-day.ts'
import { WallClock } from '../calendar/wall-clock.ts'
import { parseInterval } from '../interval.ts'
import { dateInZone } from '../time-zone.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'

const dayMs = 86_400_000

/** Days with two bars, and sessions without any. Only for bars of at most a day. */
export function sessionFlags({ bars, calendar }: SeriesFacts): QualityFlag[] {
  const { ms, isDaily } = parseInterval(bars.interval)
  if (ms > dayMs || bars.length === 0) return []
  const flags: QualityFlag[] = []
  const clock = new WallClock(bars.timeZone)
  const dates = new Set<string>()
  let today = Number.NaN
  for (const [index, time] of bars.time.entries()) {
    const day = Math.floor(clock.toWall(time) / dayMs)
    if (day !== today) {
      today = day
      dates.add(new Date(day * dayMs).toISOString().slice(0, 10))
    } else if (isDaily) {
      const message = `${dateInZone(time, bars.timeZone)} has a bar already.`
      flags.push({ kind: 'duplicate-bar', message, time, first: index, last: index })
    }
  }
  if (!calendar) return flags
  const [begin, end] = calendar.years
  const first = dateInZone(bars.time[0] ?? 0, bars.timeZone)
  const last = dateInZone(bars.time.at(-1) ?? 0, bars.timeZone)
  const from = first < `${begin}` ? `${begin}-01-01` : first
  const to = last > `${end}-12-31` ? `${end}-12-31` : last
  for (const { date, session } of tradingDays(calendar, from, to)) {
    if (!session || dates.has(date)) continue
    flags.push({
      kind: 'missing-session',
      message: `There is no bar of ${date}, when ${calendar.title} was open.`,
      time: session.open,
      first: -1,
      last: -1,
    })
  }
  return flags
}
