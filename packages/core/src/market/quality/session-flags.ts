import { tradingDays } from '../calendar/trading-day.ts'
import { parseInterval } from '../interval.ts'
import { dateInZone } from '../time-zone.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'

/** Days with two bars, and sessions without any. Only for bars of at most a day. */
export function sessionFlags({ bars, calendar }: SeriesFacts): QualityFlag[] {
  const { ms, isDaily } = parseInterval(bars.interval)
  if (ms > 86_400_000 || bars.length === 0) return []
  const flags: QualityFlag[] = []
  const dates = new Set<string>()
  for (const [index, time] of bars.time.entries()) {
    const date = dateInZone(time, bars.timeZone)
    if (isDaily && dates.has(date)) {
      flags.push({
        kind: 'duplicate-bar',
        message: `${date} has a bar already.`,
        time,
        first: index,
        last: index,
      })
    }
    dates.add(date)
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
