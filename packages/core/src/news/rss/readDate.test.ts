import { expect, test } from 'vitest'
import { readDate } from './readDate.ts'

const morning = Date.UTC(2026, 0, 5, 10)

test.each([
  'Mon, 05 Jan 2026 10:00:00 GMT',
  'Mon, 5 Jan 2026 10:00 +0000',
  'Fri, 05 January 2026 05:00:00 EST',
  '5 Jan 26 10:00:00 Z',
  '05-Jan-2026 10:00:00',
  'Mon Jan 5 05:00:00 EST 2026',
  'Monday, January 5th, 2026 10:00 AM',
  'Jan. 5, 2026 10:00 UTC',
  'Mon, 05 Jan 2026 11:00:00 GMT+1',
  'Mon, 05 Jan 2026 10:00:00 +0000 (UTC)',
  '2026-01-05T10:00:00Z',
  '2026-01-05T10:00:00.000000+00:00',
  '2026-01-05T15:30:00+0530',
  '2026-01-05 10:00:00',
  '2026-01-05T05:00-05',
  '2026/01/05 10:00 UTC',
  '20260105T10:00:00Z',
  '20260105T100000Z',
  '20260105T153000+0530',
  '\n  Mon, 05 Jan 2026 10:00:00 UT ',
  'Mon, 05 Jan 2026 05:00:00 Eastern Standard Time',
  'Mon, 05 Jan 2026 11:00:00 Central European Time',
  'Mon, 05 Jan 2026 23:00:00 NZDT',
  'Mon, 05 Jan 2026 10:00 XYZ',
  'Mon, 05 Jan 2026 10:00:00 America/New_York',
  '10:00 GMT, 5 January 2026',
  '1/5/2026 10:00:00 AM',
  '05.01.2026 10:00',
  '1767607200',
  '1767607200000',
  'Mo, 05 Jan 2026 10:00:00 +0000',
  'Montag, 5. Januar 2026 11:00 Uhr MEZ',
  '5. Jänner 2026, 10:00 Uhr',
  'lun., 05 janv. 2026 10:00:00 +0000',
  'Lundi 5 janvier 2026 à 10h00',
  'lun, 05 ene 2026 10:00:00 GMT',
  'lunes, 5 de enero de 2026, 10:00',
  'lunedì 5 gennaio 2026, 10:00',
  'lun, 05 gen 2026 11:00:00 +0100',
  'Seg, 5 de janeiro de 2026 10:00 UTC',
  'ma 5 jan 2026 10:00',
  'må, 05 jan. 2026 10:00:00 GMT',
  'Пн, 05 янв 2026 10:00:00 GMT',
  '05/Jan/2026 10:00:00 +0000',
])('%j is ten in the morning', (text) => {
  expect(readDate(text)).toBe(morning)
})

test('a day of the week that begins like a month is none', () => {
  expect(readDate('mar. 07 avr. 2026 10:00')).toBe(Date.UTC(2026, 3, 7, 10))
  expect(readDate('mar, 04 ago 2026 10:00')).toBe(Date.UTC(2026, 7, 4, 10))
  expect(readDate('1er mai 2026')).toBe(Date.UTC(2026, 4, 1))
  expect(readDate('mar. 07 xyz 2026 10:00')).toBeUndefined()
})

test.each(['2026-01-05', '5 January 2026', 'January 5, 2026', '20260105'])(
  '%j is the day at midnight',
  (text) => {
    expect(readDate(text)).toBe(Date.UTC(2026, 0, 5))
  },
)

test.each([
  '',
  'yesterday',
  '31 Feb 2026',
  '5 Foo 2026',
  '05 Jan 2026 25:00',
  '2026-13-01',
  '01/05/2026 10:00',
  '13/25/2026',
  '0001-01-01T00:00:00Z',
  '-0001-11-30T00:00:00+00:00',
  'Thu, 01 Jan 1970 00:00:00 GMT',
])('%j names no instant', (text) => {
  expect(readDate(text)).toBeUndefined()
})
