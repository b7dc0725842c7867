import { tradingDay } from '../../market/calendar/trading-day.ts'
import { xnys } from '../../market/calendar/xnys.ts'
import type { AssetClass } from '../../market/index.ts'
import { zonedToUtc } from '../../market/index.ts'

const dayMs = 86_400_000

export type Session = { open: number; minutes: number }

/** Days of a market by number, so that the walk of prices has no holes where nothing trades. */
export type Sessions = {
  timeZone: string
  /** Whether the market closes overnight. */
  closesOvernight: boolean
  /** Number of the day that holds an instant, or of the next one. */
  dayAt(time: number): number
  /** Midnight of the day's date as if it were UTC. */
  dateOf(day: number): number
  /** `null` on a holiday. */
  session(day: number): Session | null
}

/** When instruments of a class trade: shares in New York, coins always, currencies from Monday to Friday. */
export function sessionsOf(assetClass: AssetClass): Sessions {
  if (assetClass === 'crypto' || assetClass === 'perp') return aroundTheClock
  return assetClass === 'fx' ? onWorkdays : inNewYork
}

const aroundTheClock: Sessions = {
  timeZone: 'UTC',
  closesOvernight: false,
  dayAt: (time) => Math.floor(time / dayMs),
  dateOf: (day) => day * dayMs,
  session: (day) => ({ open: day * dayMs, minutes: 1440 }),
}

const onWorkdays: Sessions = {
  ...aroundTheClock,
  dayAt: (time) => workdayAt(Math.floor(time / dayMs)),
  dateOf: workdayDate,
  session: (day) => ({ open: workdayDate(day), minutes: 1440 }),
}

const known = new Map<number, Session | null>()

const inNewYork: Sessions = {
  timeZone: 'America/New_York',
  closesOvernight: true,
  // New York is behind UTC by less than a session's distance to midnight: the UTC date is the date of any session.
  dayAt: (time) => workdayAt(Math.floor(time / dayMs)),
  dateOf: workdayDate,
  session(day) {
    let session = known.get(day)
    if (session === undefined) {
      session = newYorkSession(workdayDate(day))
      known.set(day, session)
    }
    return session
  },
}

function newYorkSession(date: number): Session | null {
  const year = new Date(date).getUTCFullYear()
  if (year < xnys.years[0] || year > xnys.years[1]) {
    return { open: zonedToUtc(date + 9.5 * 3_600_000, 'America/New_York'), minutes: 390 }
  }
  const { session } = tradingDay(xnys, new Date(date).toISOString().slice(0, 10))
  return session && { open: session.open, minutes: (session.close - session.open) / 60_000 }
}

/** Workdays are counted from Monday, December 29, 1969; a weekend's number is that of its Monday. */
function workdayAt(calendarDay: number): number {
  const sinceMonday = calendarDay + 3
  const week = Math.floor(sinceMonday / 7)
  return week * 5 + Math.min(sinceMonday - week * 7, 5)
}

function workdayDate(day: number): number {
  const week = Math.floor(day / 5)
  return (week * 7 + (day - week * 5) - 3) * dayMs
}
