import type { BarSeries } from './bar-series.ts'
import { zonedToUtc } from './time-zone.ts'

/** Index of the first bar that opens on a date, `YYYY-MM-DD`, or later. */
export function indexOfDate(bars: BarSeries, date: string): number {
  const from = zonedToUtc(Date.parse(`${date}T00:00:00Z`), bars.timeZone)
  let low = 0
  let high = bars.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bars.time[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}
