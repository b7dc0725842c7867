import { easterSunday } from './easter.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'

const dayMs = 86_400_000

/** What a year has out of the ordinary, by date: ms UTC of its midnight. */
export type SpecialDays = {
  holidays: ReadonlyMap<number, string>
  /** With the end of the session in minutes of the day. */
  earlyCloses: ReadonlyMap<number, { name: string; minutes: number }>
}

const specialDays = new WeakMap<ExchangeCalendar, Map<number, SpecialDays>>()

/** Holidays and early closes of a year; worked out once. */
export function specialDaysOf(calendar: ExchangeCalendar, year: number): SpecialDays {
  let years = specialDays.get(calendar)
  if (!years) {
    years = new Map()
    specialDays.set(calendar, years)
  }
  let days = years.get(year)
  if (!days) {
    const holidays = holidaysOf(calendar, year)
    days = { holidays, earlyCloses: earlyClosesOf(calendar, year, holidays) }
    years.set(year, days)
  }
  return days
}

/** Minutes of the day of a time written `0930`. */
export function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(2, 4))
}

function holidaysOf(calendar: ExchangeCalendar, year: number): Map<number, string> {
  const holidays = new Map<number, string>()
  const shifted: { date: number; shift: string; name: string }[] = []
  for (const { when, name } of rulesOf(calendar.holidays, year)) {
    for (const { date, shift } of datesOf(calendar, when, year)) {
      if (shift !== '' && isWeekend(date)) shifted.push({ date, shift, name })
      else holidays.set(date, name)
    }
  }
  // What keeps its day comes first: a substitute goes to the next day that is still free.
  for (const { date, shift, name } of shifted) {
    const weekday = observed(date, shift, holidays)
    if (weekday !== undefined) holidays.set(weekday, name)
  }
  return holidays
}

function earlyClosesOf(calendar: ExchangeCalendar, year: number, holidays: ReadonlyMap<number, string>) {
  const closes = new Map<number, { name: string; minutes: number }>()
  for (const { when: close, name: rest } of rulesOf(calendar.earlyCloses, year)) {
    const [when = '', ...name] = rest.split(' ')
    for (const { date, shift } of datesOf(calendar, when, year)) {
      const day = isWeekend(date) ? observed(date, shift, holidays) : date
      if (day === undefined || holidays.has(day)) continue
      closes.set(day, { name: name.join(' '), minutes: minutesOf(close) })
    }
  }
  return closes
}

function rulesOf(text: string, year: number): { when: string; name: string }[] {
  return text.split('\n').flatMap((line) => {
    const [, when, name = '', years, first, last] = /^\s*(\S+) (.+?)( \[(\d*)-(\d*)\])?$/.exec(line) ?? []
    if (when === undefined) return []
    const holds = !years || (year >= Number(first || 0) && year <= Number(last || 9999))
    return holds ? [{ when, name }] : []
  })
}

function datesOf(calendar: ExchangeCalendar, when: string, year: number): { date: number; shift: string }[] {
  const [, base = '', , days = '0', shift = ''] = /^(.+?)(&(-?\d+))?([~><+]?)$/.exec(when) ?? []
  const single = /^(\d{4})(\d\d)(\d\d)(?:-(\d\d))?$/.exec(base)
  if (single) {
    const [, y = '', month = '', from = '', to = from] = single
    if (Number(y) !== year) return []
    const count = Number(to) - Number(from) + 1
    return Array.from({ length: count }, (_, index) => ({
      date: Date.UTC(year, Number(month) - 1, Number(from) + index),
      shift: '',
    }))
  }
  const date = baseDate(calendar, base, year) + Number(days) * dayMs
  return Number.isNaN(date) ? [] : [{ date, shift }]
}

function baseDate(calendar: ExchangeCalendar, base: string, year: number): number {
  if (base === 'E') return easterSunday(year)
  if (base.startsWith('@')) return calendar.days?.[base.slice(1)]?.(year) ?? Number.NaN
  const month = Number(base.slice(0, 2)) - 1
  const [weekday, nth] = base.slice(3).split('.').map(Number)
  if (base[2] !== ':' || weekday === undefined || nth === undefined) {
    return Date.UTC(year, month, Number(base.slice(2)))
  }
  const first = new Date(Date.UTC(year, nth > 0 ? month : month + 1, 1))
  const ahead = (weekday - first.getUTCDay() + 7) % 7
  return first.getTime() + (ahead + (nth > 0 ? nth - 1 : nth) * 7) * dayMs
}

function observed(date: number, shift: string, holidays: ReadonlyMap<number, string>): number | undefined {
  const isSunday = weekdayOf(date) === 0
  if (shift === '' || (shift === '+' && !isSunday)) return undefined
  if (shift === '~') return isSunday ? date + dayMs : date - dayMs
  if (shift === '<') return date - (isSunday ? 2 : 1) * dayMs
  let day = date
  while (isWeekend(day) || holidays.has(day)) day += dayMs
  return day
}

function weekdayOf(date: number): number {
  return new Date(date).getUTCDay()
}

function isWeekend(date: number): boolean {
  const weekday = weekdayOf(date)
  return weekday === 0 || weekday === 6
}
