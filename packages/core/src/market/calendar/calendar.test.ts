import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alwaysOpen } from './always-open.ts'
import { cme } from './cme.ts'
import { easterSunday } from './easter.ts'
import type { ExchangeCalendar } from './exchange-calendar.ts'
import { fxWeek } from './fx-week.ts'
import { isTradingDay, marketStateAt, tradingDay, tradingDays } from './trading-day.ts'
import { xetr } from './xetr.ts'
import { xhkg } from './xhkg.ts'
import { xlon } from './xlon.ts'
import { xnas } from './xnas.ts'
import { xnys } from './xnys.ts'
import { xtks } from './xtks.ts'

const all = [xnys, xnas, xlon, xetr, xtks, xhkg, cme, alwaysOpen, fxWeek]

/** Days of a year on which an exchange rests although it is a weekday. */
function closedWeekdays(calendar: ExchangeCalendar, year: number): string[] {
  return tradingDays(calendar, `${year}-01-01`, `${year}-12-31`)
    .filter(({ session, date }) => session === null && ![0, 6].includes(new Date(date).getUTCDay()))
    .map(({ date }) => date.slice(5))
}

function earlyDays(calendar: ExchangeCalendar, year: number): string[] {
  return tradingDays(calendar, `${year}-01-01`, `${year}-12-31`)
    .filter(({ session }) => session?.early)
    .map(({ date }) => date.slice(5))
}

test('Easter moves between March 22 and April 25', () => {
  expect(
    [1998, 2000, 2008, 2011, 2024, 2027].map((year) =>
      new Date(easterSunday(year)).toISOString().slice(5, 10),
    ),
  ).toEqual(['04-12', '04-23', '03-23', '04-24', '03-31', '03-28'])
})

test('Easter is right in every year of two centuries, by another way to it', () => {
  for (let year = 1900; year < 2200; year++) {
    const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
    const shift = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
    const d = (19 * a + shift + 15) % 30
    const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
    const sum = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
    expect(easterSunday(year)).toBe(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1))
  }
})

test('a rule is about what its text says, wherever it stands', () => {
  const calendar: ExchangeCalendar = {
    id: 'TEST',
    title: 'Test',
    timeZone: 'UTC',
    hours: '0900-1700',
    years: [2024, 2026],
    holidays: '0102 1 by itself\n  01:3.1&1 Day after the first Wednesday [2025-]',
    earlyCloses: '1230 0104< First Friday or before',
  }
  expect(closedWeekdays(calendar, 2024)).toEqual(['01-02'])
  expect(closedWeekdays(calendar, 2025)).toEqual(['01-02'])
  expect(closedWeekdays(calendar, 2026)).toEqual(['01-02', '01-08'])
  expect(tradingDay(calendar, '2024-01-02').name).toBe('1 by itself')
  expect(earlyDays(calendar, 2024)).toEqual(['01-04'])
  expect(earlyDays(calendar, 2025)).toEqual(['01-03'])
})

/** The day of a month of the Chinese calendar in a Gregorian year, by the runtime's own; leap months do not count. */
function lunarDate(year: number, month: number, day: number): string | undefined {
  const formatter = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  })
  for (let date = Date.UTC(year, 0, 20); date < Date.UTC(year + 1, 0, 1); date += 86_400_000) {
    const parts = formatter.formatToParts(date + 43_200_000)
    const value = (type: string) => parts.find((part) => part.type === type)?.value
    if (value('month') === String(month) && value('day') === String(day))
      return new Date(date).toISOString().slice(0, 10)
  }
  return undefined
}

test('Hong Kong’s feasts are those of the Chinese calendar', () => {
  const [first, last] = xhkg.years
  for (let year = first; year <= last; year++) {
    for (const [name, month, day] of [
      ['newYear', 1, 1],
      ['buddha', 4, 8],
      ['boats', 5, 5],
      ['moon', 8, 15],
      ['ninth', 9, 9],
    ] as const) {
      const feast = new Date(xhkg.days?.[name]?.(year) ?? Number.NaN).toISOString().slice(0, 10)
      expect([name, feast]).toEqual([name, lunarDate(year, month, day)])
    }
  }
})

test('a New York session keeps its wall clock across daylight saving', () => {
  expect(tradingDay(xnys, '2024-03-08').session).toEqual({
    open: Date.UTC(2024, 2, 8, 14, 30),
    close: Date.UTC(2024, 2, 8, 21),
    early: false,
  })
  expect(tradingDay(xnys, '2024-03-11').session?.open).toBe(Date.UTC(2024, 2, 11, 13, 30))
})

test('New York closes at one o’clock on the day after Thanksgiving', () => {
  const day = tradingDay(xnys, '2024-11-29')
  expect(day).toMatchObject({
    name: 'Day after Thanksgiving',
    session: { close: Date.UTC(2024, 10, 29, 18), early: true },
  })
})

describe('holidays as the exchanges announced them', () => {
  test('London', () => {
    expect(closedWeekdays(xlon, 2022)).toEqual([
      '01-03',
      '04-15',
      '04-18',
      '05-02',
      '06-02',
      '06-03',
      '08-29',
      '09-19',
      '12-26',
      '12-27',
    ])
    expect(closedWeekdays(xlon, 2020)).toEqual([
      '01-01',
      '04-10',
      '04-13',
      '05-08',
      '05-25',
      '08-31',
      '12-25',
      '12-28',
    ])
    expect(earlyDays(xlon, 2023)).toEqual(['12-22', '12-29'])
  })

  test('Frankfurt', () => {
    expect(closedWeekdays(xetr, 2024)).toEqual([
      '01-01',
      '03-29',
      '04-01',
      '05-01',
      '12-24',
      '12-25',
      '12-26',
      '12-31',
    ])
    expect(earlyDays(xetr, 2024)).toEqual(['12-30'])
  })

  test('Tokyo', () => {
    expect(closedWeekdays(xtks, 2024)).toEqual([
      '01-01',
      '01-02',
      '01-03',
      '01-08',
      '02-12',
      '02-23',
      '03-20',
      '04-29',
      '05-03',
      '05-06',
      '07-15',
      '08-12',
      '09-16',
      '09-23',
      '10-14',
      '11-04',
      '12-31',
    ])
    expect(closedWeekdays(xtks, 2019).slice(6, 13)).toEqual([
      '04-29',
      '04-30',
      '05-01',
      '05-02',
      '05-03',
      '05-06',
      '07-15',
    ])
    expect(closedWeekdays(xtks, 2009)).toContain('09-22')
  })

  test('Hong Kong', () => {
    expect(closedWeekdays(xhkg, 2024)).toEqual([
      '01-01',
      '02-12',
      '02-13',
      '03-29',
      '04-01',
      '04-04',
      '05-01',
      '05-15',
      '06-10',
      '07-01',
      '09-06',
      '09-18',
      '10-01',
      '10-11',
      '12-25',
      '12-26',
    ])
    expect(closedWeekdays(xhkg, 2025)).toEqual([
      '01-01',
      '01-29',
      '01-30',
      '01-31',
      '04-04',
      '04-18',
      '04-21',
      '05-01',
      '05-05',
      '07-01',
      '10-01',
      '10-07',
      '10-29',
      '12-25',
      '12-26',
    ])
    expect(earlyDays(xhkg, 2024)).toEqual(['02-09', '12-24', '12-31'])
  })

  test('Chicago trades into the day on most American holidays', () => {
    expect(closedWeekdays(cme, 2024)).toEqual(['01-01', '03-29', '12-25'])
    expect(earlyDays(cme, 2024)).toEqual([
      '01-15',
      '02-19',
      '05-27',
      '06-19',
      '07-03',
      '07-04',
      '09-02',
      '11-28',
      '11-29',
      '12-24',
    ])
  })
})

test('Tokyo pauses at noon, and counts as closed then', () => {
  const { breaks } = tradingDay(xtks, '2024-06-03')
  expect(breaks).toEqual([{ from: Date.UTC(2024, 5, 3, 2, 30), to: Date.UTC(2024, 5, 3, 3, 30) }])
  expect(marketStateAt(xtks, Date.UTC(2024, 5, 3, 3))).toEqual({
    state: 'closed',
    nextChange: Date.UTC(2024, 5, 3, 3, 30),
  })
})

test('a Chicago session of Monday opens on Sunday evening', () => {
  expect(marketStateAt(cme, Date.UTC(2024, 5, 2, 21, 59))).toEqual({
    state: 'closed',
    nextChange: Date.UTC(2024, 5, 2, 22),
  })
  expect(marketStateAt(cme, Date.UTC(2024, 5, 2, 22))).toEqual({
    state: 'open',
    nextChange: Date.UTC(2024, 5, 3, 21),
  })
})

test('New York has hours before and after the session, and a weekend', () => {
  const at = (hour: number, minute = 0, day = 7) => marketStateAt(xnys, Date.UTC(2024, 5, day, hour, minute))
  expect(at(8).state).toBe('pre')
  expect(at(13, 30).state).toBe('open')
  expect(at(20).state).toBe('post')
  expect(at(12, 0, 8)).toEqual({ state: 'closed', nextChange: Date.UTC(2024, 5, 10, 8) })
})

test('crypto never closes, and currencies only from Friday to Sunday', () => {
  expect(marketStateAt(alwaysOpen, Date.UTC(2024, 5, 8)).state).toBe('open')
  expect(marketStateAt(fxWeek, Date.UTC(2024, 5, 7, 20, 59)).state).toBe('open')
  expect(marketStateAt(fxWeek, Date.UTC(2024, 5, 7, 21))).toEqual({
    state: 'closed',
    nextChange: Date.UTC(2024, 5, 9, 21),
  })
})

test('outside of its years a calendar does not guess', () => {
  expect(() => tradingDay(xnys, '1990-01-02')).toThrow(/from 1998 to 2028, the years of XNYS/)
  expect(() => tradingDay(xnys, '2024-1-2')).toThrow(/a date like/)
})

test('sessions of an exchange never overlap, and the state agrees with them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.integer({ min: 0, max: 3500 }),
      fc.nat(23),
      (calendar, offset, hour) => {
        const time = Date.UTC(2014, 0, 2 + offset)
        const date = new Date(time).toISOString().slice(0, 10)
        const next = new Date(time + 86_400_000).toISOString().slice(0, 10)
        const today = tradingDay(calendar, date).session
        const tomorrow = tradingDay(calendar, next).session
        if (today) expect(today.close).toBeGreaterThan(today.open)
        if (today && tomorrow) expect(tomorrow.open).toBeGreaterThanOrEqual(today.close)
        const at = time + hour * 3_600_000
        const { nextChange } = marketStateAt(calendar, at)
        expect(nextChange).toBeGreaterThan(at)
      },
    ),
  )
})

const oracle = fileURLToPath(
  new URL('../../../../../../shared/fixtures/calendar/lean-market-hours-subset.json', import.meta.url),
)
const hasOracle = existsSync(oracle)
if (!hasOracle)
  console.log('No ../shared/fixtures/calendar here: calendars are not compared with it in this run.')

test.runIf(hasOracle)('New York is the oracle’s from 1998 to 2027', () => {
  const entry = JSON.parse(readFileSync(oracle, 'utf8')).entries['Equity-usa-[*]']
  const iso = (text: string) => {
    const [month = '', day = '', year = ''] = text.split('/')
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  const isWeekday = (date: string) => ![0, 6].includes(new Date(date).getUTCDay()) && date < '2028'
  const holidays = entry.holidays.map(iso).filter(isWeekday).sort()
  const early = Object.keys(entry.earlyCloses).map(iso).filter(isWeekday).sort()
  const days = tradingDays(xnys, '1998-01-01', '2027-12-31')
  const isClosed = ({ date, session }: (typeof days)[number]) => session === null && isWeekday(date)
  expect(days.filter(isClosed).map(({ date }) => date)).toEqual([...new Set(holidays)])
  expect(days.filter(({ session }) => session?.early).map(({ date }) => date)).toEqual(early)
  expect(isTradingDay(xnys, '2027-12-31')).toBe(true)
})

test.each(['2024-02-30', '2023-02-29', '2024-04-31', '2024-13-01', '2024-1-2', 'today'])(
  '%s is no date',
  (date) => {
    expect(() => tradingDay(xnys, date)).toThrow(/a date like 2024-01-02/)
  },
)
