import { easterSunday } from './easter.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'

const dayMs = 86_400_000

/** What a year has out of the ordinary, by date: ms UTC of its midnight. */
export type SpecialDays = {
  holidays: ReadonlyMap<number, SpecialDay>
  earlyCloses: ReadonlyMap<number, SpecialDay>
}

export type SpecialDay = {
  name: string
  /** When an early close ends the session, `1300`. */
  close: string
}

const specialDays = new WeakMap<ExchangeCalendar, Map<number, SpecialDays>>()

/** Holidays and early closes of a year; worked out once. */
export function specialDaysOf(calendar: ExchangeCalendar, year: number): SpecialDays {
  const years = specialDays.get(calendar) ?? new Map<number, SpecialDays>()
  specialDays.set(calendar, years)
  let special = years.get(year)
  if (!special) {
    const holidays = daysOf(calendar, calendar.holidays, year)
    special = { holidays, earlyCloses: daysOf(calendar, calendar.earlyCloses, year, holidays) }
    years.set(year, special)
  }
  return special
}

/** The rules' days. @param taken - Days that are taken before: given for early closes, whose rules begin with a time. */
function daysOf(
  calendar: ExchangeCalendar,
  rules: string,
  year: number,
  taken?: ReadonlyMap<number, SpecialDay>,
): Map<number, SpecialDay> {
  const days = new Map<number, SpecialDay>()
  const shifted: (readonly [date: number, shift: string, day: SpecialDay])[] = []
  const line = `^ *(${taken ? '\\d+ ' : ''})([^\\s&~><+]+)(&-?\\d+)?(\\S?) (.+?)( \\[(\\d*)-(\\d*)])?$`
  for (const match of rules.matchAll(new RegExp(line, 'gm'))) {
    const [, close = '', when = '', later, shift = '', name = '', , from, to] = match
    if (year < Number(from ?? 0) || year > Number(to || 9999)) continue
    const day = { name, close }
    for (const base of basesOf(calendar, when, year)) {
      const date = base + Number(later?.slice(1) ?? 0) * dayMs
      if (isWeekend(date) && (shift || taken)) shifted.push([date, shift, day])
      else if (!taken?.has(date)) days.set(date, day)
    }
  }
  // What keeps its day comes first: a substitute goes to the next day that is still free.
  for (const [date, shift, day] of shifted) {
    const weekday = observed(date, shift, taken ?? days)
    if (!isWeekend(weekday) && !taken?.has(weekday)) days.set(weekday, day)
  }
  return days
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
function observed(date: number, shift: string, taken: ReadonlyMap<number, SpecialDay>): number {
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
