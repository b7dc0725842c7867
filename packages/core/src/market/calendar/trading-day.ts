import { BadRequestError } from '../../errors/index.ts'
import type { CalendarDay, MarketStatus } from '../reference-data.ts'
import { dateInZone, zonedToUtc } from '../time-zone.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'
import { minutesOf, specialDaysOf } from './rules.ts'

/** A day of an exchange. `breaks` lists the pauses of its session, ms UTC. */
export type TradingDay = CalendarDay & { breaks: readonly { from: number; to: number }[] }

const dayMs = 86_400_000
const workdays = [1, 2, 3, 4, 5]

/**
 * What an exchange does on a date.
 *
 * @param date - `YYYY-MM-DD` in the exchange's zone.
 * @throws {BadRequestError} no date, or outside of the calendar's years
 * @example
 * tradingDay(xnys, '2024-11-29').session?.early // true: the day after Thanksgiving
 */
export function tradingDay(calendar: ExchangeCalendar, date: string): TradingDay {
  const midnight = midnightOf(date)
  const year = Number(date.slice(0, 4))
  const [first, last] = calendar.years
  if (year < first || year > last) {
    throw new BadRequestError(`The calendar of ${calendar.id} covers ${first} to ${last}, not ${date}.`, {
      parameter: 'date',
    })
  }
  const { holidays, earlyCloses } = specialDaysOf(calendar, year)
  const holiday = holidays.get(midnight)
  const isWorkday = (calendar.weekdays ?? workdays).includes(new Date(midnight).getUTCDay())
  if (holiday !== undefined) return { date, session: null, name: holiday, breaks: [] }
  if (!isWorkday) return { date, session: null, breaks: [] }
  const early = earlyCloses.get(midnight)
  const at = (minutes: number) => zonedToUtc(midnight + minutes * 60_000, calendar.timeZone)
  const parts = hoursOn(calendar, date).filter((part) => !early || part.open < early.minutes)
  const open = parts[0]?.open ?? 0
  const close = early?.minutes ?? parts.at(-1)?.close ?? 1440
  const breaks = parts
    .slice(1)
    .map((part, index) => ({ from: at(parts[index]?.close ?? 0), to: at(part.open) }))
  const session = { open: at(open), close: at(close), early: early !== undefined }
  return { date, session, breaks, ...(early && { name: early.name }) }
}

/**
 * Every date from `start` to `end`, both inclusive.
 *
 * @throws {BadRequestError} no dates, or outside of the calendar's years
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
 * @throws {BadRequestError} outside of the calendar's years
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

function phasesOf(calendar: ExchangeCalendar, { session, breaks }: TradingDay, midnight: number): Phase[] {
  if (!session) return []
  const phases: Phase[] = []
  let from = session.open
  for (const pause of breaks) {
    phases.push({ from, to: pause.from, state: 'open' })
    from = pause.to
  }
  phases.push({ from, to: session.close, state: 'open' })
  const extended = calendar.extendedHours && hoursOf(calendar.extendedHours)[0]
  if (!extended) return phases
  const at = (minutes: number) => zonedToUtc(midnight + minutes * 60_000, calendar.timeZone)
  const end = session.early ? session.close + 4 * 3_600_000 : at(extended.close)
  return [
    { from: at(extended.open), to: session.open, state: 'pre' },
    ...phases,
    { from: session.close, to: end, state: 'post' },
  ]
}

type Hours = { open: number; close: number }

function hoursOn(calendar: ExchangeCalendar, date: string): Hours[] {
  if (typeof calendar.hours === 'string') return hoursOf(calendar.hours)
  return hoursOf(calendar.hours.findLast(([from]) => from <= date)?.[1] ?? '')
}

/** Minutes of the day; negative before midnight of the session's date. */
function hoursOf(text: string): Hours[] {
  return text.split(',').map((part) => {
    const [, evening = '', open = '', close = ''] = /^(-?)(\d{4})-(\d{4})$/.exec(part) ?? []
    return { open: minutesOf(open) - (evening ? 1440 : 0), close: minutesOf(close) }
  })
}

function midnightOf(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN
  if (!Number.isNaN(time)) return time
  throw new BadRequestError(`"${date}" is not a date. Write it like 2024-01-02.`, { parameter: 'date' })
}
