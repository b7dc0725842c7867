import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TimeReader } from './time-reader.ts'

function instant(text: string, order: 'mdy' | 'dmy' = 'mdy'): string | null {
  const reader = new TimeReader(order)
  if (!reader.read(text, 0, text.length)) return null
  const offset = Number.isNaN(reader.offset) ? 0 : reader.offset
  return new Date(reader.local - offset).toISOString().replace('.000Z', '')
}

test.each([
  ['2020-01-02', '2020-01-02T00:00:00'],
  ['2020-1-2', '2020-01-02T00:00:00'],
  ['2020/01/02 09:30', '2020-01-02T09:30:00'],
  ['2020.01.02', '2020-01-02T00:00:00'],
  ['2020-01-02T09:30:00Z', '2020-01-02T09:30:00'],
  ['2020-01-02T09:30:00.250Z', '2020-01-02T09:30:00.250Z'],
  ['2020-01-02 09:30:00-05:00', '2020-01-02T14:30:00'],
  ['2020-01-02 09:30:00+0530', '2020-01-02T04:00:00'],
  ['2020-01-02 09:30:00 UTC', '2020-01-02T09:30:00'],
  ['20200102', '2020-01-02T00:00:00'],
  ['20200102 0930', '2020-01-02T09:30:00'],
  ['20200102 093015', '2020-01-02T09:30:15'],
  ['20200102 09:30:15', '2020-01-02T09:30:15'],
  ['202001020930', '2020-01-02T09:30:00'],
  ['20200102093015', '2020-01-02T09:30:15'],
  ['1577957400', '2020-01-02T09:30:00'],
  ['1577957400.5', '2020-01-02T09:30:00.500Z'],
  ['1577957400000', '2020-01-02T09:30:00'],
  ['1577957400000000', '2020-01-02T09:30:00'],
  ['01/02/2020', '2020-01-02T00:00:00'],
  ['1/2/2020 9:30 AM', '2020-01-02T09:30:00'],
  ['1/2/2020 12:05 PM', '2020-01-02T12:05:00'],
  ['01/02/20', '2020-01-02T00:00:00'],
  ['2-Jan-2020', '2020-01-02T00:00:00'],
  ['Jan 2, 2020', '2020-01-02T00:00:00'],
  ['Thu, January 2, 2020', '2020-01-02T00:00:00'],
])('%s is read', (text, expected) => {
  expect(instant(text)).toBe(expected)
})

test('the order of day and month is the reader’s', () => {
  expect(instant('03.04.2020', 'dmy')).toBe('2020-04-03T00:00:00')
  expect(instant('03/04/2020', 'mdy')).toBe('2020-03-04T00:00:00')
})

test.each([
  '',
  'hello',
  '2020-13-01',
  '2020-02-30',
  '2020-01-02 25:00',
  '12',
  '2020-01-02x',
  '99/99/2020',
  '1.5',
  '-',
])('"%s" is no time', (text) => {
  expect(instant(text)).toBeNull()
})

test('every instant survives its ISO text, its epoch and its compact form', () => {
  const times = fc
    .integer({ min: Date.UTC(1985, 0), max: Date.UTC(2099, 0) })
    .map((time) => time - (time % 1000))
  fc.assert(
    fc.property(times, (time) => {
      const iso = new Date(time).toISOString()
      const expected = iso.replace('.000Z', '')
      expect(instant(iso)).toBe(expected)
      expect(instant(iso.slice(0, 19).replace('T', ' '))).toBe(expected)
      expect(instant(iso.slice(0, 19).replaceAll(/[-:T]/g, ''))).toBe(expected)
      if (time > 1e12) expect(instant(String(time))).toBe(expected)
    }),
  )
})
