import { easterSunday } from './easter.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'

const dayMs = 86_400_000

export type SpecialDay = {
  name: string
  /** When its session ends, `1300`; empty where it has none. */
  close: string
}

/** What a year has out of the ordinary, by date: ms UTC of its midnight. */
type SpecialDays = Map<number, SpecialDay>

const known = new WeakMap<ExchangeCalendar, Map<number, SpecialDays>>()

/** Holidays and early closes of a year; worked out once. */
export function specialDaysOf(calendar: ExchangeCalendar, year: number): ReadonlyMap<number, SpecialDay> {
  const years = known.get(calendar) ?? new Map<number, SpecialDays>()
  known.set(calendar, years)
  let days = years.get(year)
  if (!days) {
    days = new Map()
    addDays(days, calendar, year, calendar.holidays, '')
    addDays(days, calendar, year, calendar.earlyCloses, '\\d+ ')
    years.set(year, days)
  }
  return days
}

/** @param time - What a rule begins with where it is about an early close, as a pattern: holidays come before, and stay. */
function addDays(
  days: SpecialDays,
  calendar: ExchangeCalendar,
  year: number,
  rules: string,
  time: string,
): void {
  const shifted: (readonly [date: number, shift: string, day: SpecialDay])[] = []
  const add = (date: number, day: SpecialDay) => {
    if (!day.close || days.get(date)?.close !== '') days.set(date, day)
  }
  const line = `^ *(${time})([^\\s&~><+]+)(&-?\\d+)?(\\S?) (.+?)( \\[(\\d*)-(\\d*)])?$`
  for (const match of rules.matchAll(new RegExp(line, 'gm'))) {
    const [, close = '', when = '', later, shift = '', name = '', , from, to] = match
    if (year < Number(from ?? 0) || year > Number(to || 9999)) continue
    for (const base of basesOf(calendar, when, year)) {
      const date = base + Number(later?.slice(1) ?? 0) * dayMs
      if (isWeekend(date) && (shift || close)) shifted.push([date, shift, { name, close }])
      else add(date, { name, close })
    }
  }
  // What keeps its day comes first: a substitute goes to the next day that is still free.
  for (const [date, shift, day] of shifted) {
    const weekday = observed(date, shift, days)
    if (!isWeekend(weekday)) add(weekday, day)
  }
}

/** The dates that a rule names: several only where it says so, none where it is about another year. */
function basesOf({ days }: ExchangeCalendar, when: string, year: number): number[] {
  if (when === 'E') return [easterSunday(year)]
  if (when[0] === '@') return [days?.[when.slice(1)]?.(year) ?? Number.NaN].filter(Number.isFinite)
  const [, only, month, day, last = day] = /^(\d{4})?(\d\d)(\d\d)(?:-(\d\d))?$/.exec(when) ?? []
  if (month === undefined) return [nthWeekday(when, year)]
  if (only && Number(only) !== year) return []
  const first = Number(day)
  return Array.from({ length: Number(last) - first + 1 }, (_, index) =>
    Date.UTC(year, Number(month) - 1, first + index),
  )
}

/** @param when - `01:1.3`: month, weekday, which of them, counted from the month's end where it is negative. */
function nthWeekday(when: string, year: number): number {
  const [month = 0, weekday = 0, nth = 0] = when.split(/[:.]/).map(Number)
  const first = Date.UTC(year, nth > 0 ? month - 1 : month)
  const ahead = (weekday - weekdayOf(first) + 7) % 7
  return first + (ahead + (nth > 0 ? nth - 1 : nth) * 7) * dayMs
}

/** Where a day on a weekend goes; it stays where it is lost. */
function observed(date: number, shift: string, taken: SpecialDays): number {
  const isSunday = weekdayOf(date) === 0
  if (shift === '~') return date + (isSunday ? 1 : -1) * dayMs
  if (shift === '<') return date - (isSunday ? 2 : 1) * dayMs
  let day = date
  if (shift === '>' || (shift && isSunday)) while (isWeekend(day) || taken.has(day)) day += dayMs
  return day
}

function weekdayOf(date: number): number {
  return new Date(date).getUTCDay()
}

function isWeekend(date: number): boolean {
  return weekdayOf(date) % 6 === 0
}
