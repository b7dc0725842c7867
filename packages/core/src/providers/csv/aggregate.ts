import { bucketsOf } from '../../market/calendar/bucket.ts'
import { WallClock } from '../../market/calendar/wall-clock.ts'
import { type BarColumns, BarSeries, type Interval, parseInterval } from '../../market/index.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
// Regular hours of the American exchanges.
const regularOpen = 9.5 * hourMs
const regularClose = 16 * hourMs

/** Whether whole bars of `from` make up bars of `to`. */
export function canAggregate(from: Interval, to: Interval): boolean {
  const source = parseInterval(from)
  const target = parseInterval(to)
  if (source.ms >= target.ms) return false
  if (!target.isDaily) return target.ms % source.ms === 0
  if (!source.isDaily) return dayMs % source.ms === 0
  if (source.unit === 'd') return source.count === 1
  if (source.unit === target.unit) return target.count % source.count === 0
  return source.unit === 'mo' && target.unit === 'y' && 12 % source.count === 0
}

/**
 * Builds longer bars. Up to an hour they start on multiples since the full hour, longer ones since midnight, days at
 * midnight, weeks on Monday, months on their first day, all in the series' zone.
 *
 * @param regularHoursOnly - Leave out what traded before 9:30 and from 16:00 on.
 */
export function aggregate(series: BarSeries, interval: Interval, regularHoursOnly: boolean): BarSeries {
  const clock = new WallClock(series.timeZone)
  const bucketOf = bucketsOf(interval, clock)
  const { time, open, high, low, close, volume } = series
  const columns: BarColumns & { trades: Float64Array } = {
    time: new Float64Array(time.length),
    open: new Float64Array(time.length),
    high: new Float64Array(time.length),
    low: new Float64Array(time.length),
    close: new Float64Array(time.length),
    volume: new Float64Array(time.length),
    trades: new Float64Array(time.length),
  }
  let count = -1
  let bucket = Number.NaN
  for (let i = 0; i < time.length; i++) {
    const at = time[i] as number
    if (regularHoursOnly && !isRegular(clock.toWall(at))) continue
    const start = bucketOf(at)
    const amount = volume[i] as number
    if (start !== bucket) {
      bucket = start
      count++
      columns.time[count] = start
      columns.open[count] = open[i] as number
      columns.high[count] = high[i] as number
      columns.low[count] = low[i] as number
      columns.volume[count] = amount
      columns.trades[count] = series.trades?.[i] ?? Number.NaN
    } else {
      columns.high[count] = Math.max(columns.high[count] as number, high[i] as number)
      columns.low[count] = Math.min(columns.low[count] as number, low[i] as number)
      columns.volume[count] = sum(columns.volume[count] as number, amount)
      columns.trades[count] = sum(columns.trades[count] as number, series.trades?.[i] ?? Number.NaN)
    }
    columns.close[count] = close[i] as number
  }
  const { trades, ...others } = columns
  const cut = Object.fromEntries(
    Object.entries(others).map(([name, column]) => [name, column.slice(0, count + 1)]),
  ) as typeof others
  return new BarSeries(
    { ...series.facts(), interval },
    series.trades ? { ...cut, trades: trades.slice(0, count + 1) } : cut,
  )
}

function isRegular(wall: number): boolean {
  const inDay = ((wall % dayMs) + dayMs) % dayMs
  return inDay >= regularOpen && inDay < regularClose
}

function sum(a: number, b: number): number {
  if (Number.isNaN(a)) return b
  return Number.isNaN(b) ? a : a + b
}
