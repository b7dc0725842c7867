import { type Interval, parseInterval } from '../interval.ts'
import type { WallClock } from './wall-clock.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/**
 * The rule by which bars of an interval begin, in an exchange's zone: up to an hour on multiples since the full hour,
 * longer ones since midnight, days at midnight, weeks on Monday, months and years on their first day. Where the clock is set by
 * half an hour, as on Lord Howe Island, it is set in the midst of an hour: the bar ends there, and a shorter one follows.
 *
 * @returns A function from any instant to the open of its bar, ms UTC.
 */
export function bucketsOf(interval: Interval, clock: WallClock): (time: number) => number {
  const { unit, count, ms } = parseInterval(interval)
  // Within an hour the two 1:30 of an autumn night stay apart.
  if (ms <= hourMs) return (time) => Math.max(time - (clock.toWall(time) % ms), clock.setWithinHour(time))
  if (unit === 's' || unit === 'm' || unit === 'h') {
    return (time) => {
      const wall = clock.toWall(time)
      const midnight = Math.floor(wall / dayMs) * dayMs
      return clock.toUtc(midnight + Math.floor((wall - midnight) / ms) * ms)
    }
  }
  return (time) => clock.toUtc(calendarStart(clock.toWall(time), unit, count))
}

/** The wall clock's reading at the start of the day, week, month or year. */
function calendarStart(wall: number, unit: 'd' | 'w' | 'mo' | 'y', count: number): number {
  const day = Math.floor(wall / dayMs)
  if (unit === 'd') return (day - (day % count)) * dayMs
  if (unit === 'w') {
    // Day 0 was a Thursday, so Monday was day -3.
    const week = Math.floor((day + 3) / 7)
    return ((week - (week % count)) * 7 - 3) * dayMs
  }
  const date = new Date(wall)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth()
  const start = month - (month % (unit === 'y' ? count * 12 : count))
  return Date.UTC(Math.floor(start / 12), start % 12)
}
