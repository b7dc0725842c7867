import { InvalidParameterError } from '../../errors/index.ts'
import type { CalendarDay, MarketStatus } from '../reference-data.ts'
import { dateInZone, zonedToUtc } from '../time-zone.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'
import { specialDaysOf } from './rules.ts'

/** A day of an exchange. `breaks` lists the pauses of its session, ms UTC. */
export type TradingDay = CalendarDay & { breaks: readonly { from: number; to: number }[] }

const dayMs = 86_400_000
const workdays = [1, 2, 3, 4, 5]

/**
 * What an exchange does on a date.
 *
 * @param date - `YYYY-MM-DD` in the exchange's zone.
 * @throws {InvalidParameterError} no date, or outside of the calendar's years
 * @example
 * tradingDay(xnys, '2024-11-29').session?.early // true: the day after Thanksgiving
 */
export function tradingDay(calendar: ExchangeCalendar, date: string): TradingDay {
  const midnight = midnightOf(date)
  const year = Number(date.slice(0, 4))
  const [first, last] = calendar.years
  if (year < first || year > last) {
    throw new InvalidParameterError('date', `from ${first} to ${last}, the years of ${calendar.id}`, date)
  }
  const { holidays, earlyCloses } = specialDaysOf(calendar, year)
  const holiday = holidays.get(midnight)
  const isWorkday = (calendar.weekdays ?? workdays).includes(new Date(midnight).getUTCDay())
  if (holiday) return { date, session: null, name: holiday.name, breaks: [] }
  if (!isWorkday) return { date, session: null, breaks: [] }

  const early = earlyCloses.get(midnight)
  const at = (minutes: number) => zonedToUtc(midnight + minutes * 60_000, calendar.timeZone)
  const end = early && minutesOf(early.close)
  const parts = hoursOf(hoursOn(calendar, date)).filter(([open]) => end === undefined || open < end)
  const [[open, firstClose] = [0, 1440]] = parts
  const breaks: { from: number; to: number }[] = []
  let close = firstClose
  for (const [reopen, reclose] of parts.slice(1)) {
    breaks.push({ from: at(close), to: at(reopen) })
    close = reclose
  }
  const session = { open: at(open), close: at(end ?? close), early: end !== undefined }
  return { date, session, breaks, ...(early && { name: early.name }) }
}

/**
 * Every date from `start` to `end`, both inclusive.
 *
 * @throws {InvalidParameterError} no dates, or outside of the calendar's years
 */
export function tradingDays(calendar: ExchangeCalendar, start: string, end: string): TradingDay[] {
  const days: TradingDay[] = []
  for (let time = midnightOf(start); time <= midnightOf(end); time += dayMs) {
    days.push(tradingDay(calendar, new Date(time).toISOString().slice(0, 10)))
  }
  return days
}

/** Whether an exchange has a session on a date, `YYYY-MM-DD`. */
export function isTradingDay(calendar: ExchangeCalendar, date: string): boolean {
  return tradingDay(calendar, date).session !== null
}

/**
 * Whether an exchange is open at an instant, and when that changes. A pause within a session counts as closed.
 *
 * @param time - ms UTC.
 * @throws {InvalidParameterError} outside of the calendar's years
 */
export function marketStateAt(
  calendar: ExchangeCalendar,
  time: number,
): { state: MarketStatus['state']; nextChange: number | null } {
  const today = midnightOf(dateInZone(time, calendar.timeZone))
  // The session of tomorrow may have begun this evening; the longest closure on record is under two weeks.
  for (let midnight = today - dayMs; midnight < today + 15 * dayMs; midnight += dayMs) {
    const day = tradingDay(calendar, new Date(midnight).toISOString().slice(0, 10))
    for (const phase of phasesOf(calendar, day, midnight)) {
      if (time < phase.from) return { state: 'closed', nextChange: phase.from }
      if (time < phase.to) return { state: phase.state, nextChange: phase.to }
    }
  }
  return { state: 'closed', nextChange: null }
}

type Phase = { from: number; to: number; state: MarketStatus['state'] }

function phasesOf(
  { extendedHours, timeZone }: ExchangeCalendar,
  { session, breaks }: TradingDay,
  midnight: number,
): Phase[] {
  if (!session) return []
  const { open, close, early } = session
  const phases: Phase[] = []
  let from = open
  for (const pause of [...breaks, { from: close, to: close }]) {
    phases.push({ from, to: pause.from, state: 'open' })
    from = pause.to
  }
  if (extendedHours === undefined) return phases
  const [before, after] = hoursOf(extendedHours)
    .flat()
    .map((minutes) => zonedToUtc(midnight + minutes * 60_000, timeZone))
  return [
    { from: before ?? open, to: open, state: 'pre' },
    ...phases,
    { from: close, to: early ? close + 4 * 3_600_000 : (after ?? close), state: 'post' },
  ]
}

function hoursOn({ hours }: ExchangeCalendar, date: string): string {
  return typeof hours === 'string' ? hours : (hours.findLast(([from]) => from <= date)?.[1] ?? '')
}

/** Minutes of the day; negative before midnight of the session's date. */
function hoursOf(text: string): [open: number, close: number][] {
  return Array.from(text.matchAll(/(-?)(\d{4})-(\d{4})/g), ([, evening, open, close]) => [
    minutesOf(open) - (evening ? 1440 : 0),
    minutesOf(close),
  ])
}

/** Minutes of the day of a time written `0930`. */
function minutesOf(text = ''): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(2))
}

function midnightOf(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN
  // Engines read 30 February as 1 March.
  if (new Date(time).getUTCDate() !== Number(date.slice(8)))
    throw new InvalidParameterError('date', 'a date like 2024-01-02', date)
  return time
}
