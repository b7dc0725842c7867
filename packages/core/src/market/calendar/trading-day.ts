import { InvalidParameterError } from '../../errors/index.ts'
import type { CalendarDay, MarketStatus } from '../reference-data.ts'
import { dateInZone, zonedToUtc } from '../time-zone.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'
import { specialDaysOf } from './rules.ts'

/** A day of an exchange. `breaks` lists the pauses of its session, ms UTC. */
export type TradingDay = CalendarDay & { breaks: readonly Stretch[] }

/** ms UTC, `to` exclusive. */
type Stretch = { from: number; to: number }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
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
  const [first, last] = calendar.years
  const year = Number(date.slice(0, 4))
  if (year < first || year > last) {
    throw new InvalidParameterError('date', `from ${first} to ${last}, the years of ${calendar.id}`, date)
  }
  const special = specialDaysOf(calendar, year).get(midnight)
  const isWorkday = (calendar.weekdays ?? workdays).includes(new Date(midnight).getUTCDay())
  const name = special && { name: special.name }
  if (special?.close === '') return { date, session: null, breaks: [], ...name }
  if (!isWorkday) return { date, session: null, breaks: [] }

  const end = special && timeAt(calendar, midnight, special.close)
  const parts = stretchesOf(calendar, midnight, hoursOn(calendar, date)).filter(
    ({ from }) => end === undefined || from < end,
  )
  const open = parts[0]?.from ?? midnight
  const close = end ?? parts.at(-1)?.to ?? open
  const breaks = parts.slice(1).map(({ from }, index) => ({ from: parts[index]?.to ?? from, to: from }))
  return { date, session: { open, close, early: end !== undefined }, breaks, ...name }
}

/**
 * Every date from `start` to `end`, both inclusive.
 *
 * @throws {InvalidParameterError} no dates, or outside of the calendar's years
 */
export function tradingDays(calendar: ExchangeCalendar, start: string, end: string): TradingDay[] {
  const days: TradingDay[] = []
  for (let time = midnightOf(start); time <= midnightOf(end); time += dayMs) {
    days.push(tradingDay(calendar, dateOf(time)))
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
  let state: MarketStatus['state'] = 'closed'
  // The session of tomorrow may have begun this evening; the longest closure on record is under two weeks.
  for (let midnight = today - dayMs; midnight < today + 15 * dayMs; midnight += dayMs) {
    for (const [from, next] of changesOf(calendar, midnight)) {
      if (time < from && next !== state) return { state, nextChange: from }
      state = next
    }
  }
  return { state, nextChange: null }
}

type Change = readonly [from: number, state: MarketStatus['state']]

/** When the state of a market changes on a day, and to what. Without hours before and after they take no time. */
function changesOf(calendar: ExchangeCalendar, midnight: number): Change[] {
  const { session, breaks } = tradingDay(calendar, dateOf(midnight))
  if (!session) return []
  const { open, close, early } = session
  const [{ from, to } = { from: open, to: close }] = stretchesOf(calendar, midnight, calendar.extendedHours)
  return [
    [from, 'pre'],
    [open, 'open'],
    ...breaks.flatMap((pause): Change[] => [
      [pause.from, 'closed'],
      [pause.to, 'open'],
    ]),
    [close, 'post'],
    [early && to > close ? close + 4 * hourMs : to, 'closed'],
  ]
}

function hoursOn({ hours }: ExchangeCalendar, date: string): string | undefined {
  return typeof hours === 'string' ? hours : hours.findLast(([from]) => from <= date)?.[1]
}

/** Hours like `0900-1130,1230-1530` of a date; those with a sign, `-1800-1700`, open the evening before. */
function stretchesOf(calendar: ExchangeCalendar, midnight: number, hours = ''): Stretch[] {
  return Array.from(hours.matchAll(/(-?)(\d{4})-(\d{4})/g), ([, evening, from, to]) => ({
    from: timeAt(calendar, midnight - (evening ? dayMs : 0), from),
    to: timeAt(calendar, midnight, to),
  }))
}

/** The instant of a time written `0930`. */
function timeAt({ timeZone }: ExchangeCalendar, midnight: number, time = ''): number {
  return zonedToUtc(midnight + Number(time.slice(0, 2)) * hourMs + Number(time.slice(2)) * 60_000, timeZone)
}

function midnightOf(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN
  // Engines read 30 February as 1 March.
  if (new Date(time).getUTCDate() !== Number(date.slice(8)))
    throw new InvalidParameterError('date', 'a date like 2024-01-02', date)
  return time
}

function dateOf(midnight: number): string {
  return new Date(midnight).toISOString().slice(0, 10)
}
