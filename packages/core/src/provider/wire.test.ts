import { expect, test } from 'vitest'
import { StarkMatterError } from '../errors/index.ts'
import { parseExactJson } from './exact-json.ts'
import { Wire } from './wire.ts'

function pathOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (StarkMatterError.is(error) && 'path' in error) return String(error.path)
  }
  return 'no error'
}

const wire = new Wire('venue', {
  result: [{ a: 1, 'b c': '2', none: null, day: '2024-02-30', big: 1 }],
  on: true,
})

test.each([
  ['result[1].a', () => wire.at('result').at(1).at('a')],
  ['result[0].a', () => wire.at('result').at(0).at('a').text()],
  ['result[0]["b c"]', () => wire.at('result').at(0).at('b c').number()],
  ['result[0].missing', () => wire.at('result').at(0).at('missing').number()],
  ['result[0].day', () => wire.at('result').at(0).at('a') && wire.at('result').at(0).at('day').number()],
  ['on', () => wire.at('on').items()],
  ['result', () => wire.at('result').at('a')],
])('what is wrong is named: %s', (path, read) => {
  const expected = path === 'result[1].a' ? 'result[1]' : path
  expect(pathOf(read)).toBe(expected)
})

test('fields of Object.prototype are no fields of an answer', () => {
  expect(new Wire('venue', {}).at('constructor').isAbsent).toBe(true)
})

test('null and a missing field are absent, and 0 and "" are not numbers to fall back on', () => {
  const row = new Wire('venue', { zero: 0, none: null, empty: '' })
  expect(row.numbers({ zero: 'zero', none: 'none', missing: 'missing' })).toEqual({
    zero: 0,
    none: null,
    missing: null,
  })
  expect(row.at('empty').textOrNull()).toBeNull()
  expect(pathOf(() => row.at('empty').numberOrNull())).toBe('empty')
})

test('a marked number is a number, in both modes, and no text', () => {
  const price = new Wire('venue', parseExactJson('{"price":0.10}')).at('price')
  expect(price.numeric('number')).toBe(0.1)
  expect(price.numeric('string')).toBe('0.10')
  expect(pathOf(() => price.text())).toBe('price')
})

test.each(['', ' ', '0x10', 'Infinity', '1,000', 'None'])('%j is no decimal number', (text) => {
  expect(pathOf(() => new Wire('venue', { text }).at('text').decimal('number'))).toBe('text')
})

test.each(['2024-02-30', '2023-02-29', '2024-04-31', '2024-13-01', '2024-1-2', '20240102', ''])(
  '%s is no date',
  (text) => {
    expect(() => new Wire('v', { day: text }).at('day').date()).toThrow(/a date \(YYYY-MM-DD\)/)
  },
)

test('a time without a zone is UTC, wherever the machine stands', () => {
  const own = process.env.TZ
  process.env.TZ = 'America/New_York'
  try {
    const time = Date.UTC(2026, 0, 5, 10)
    const written = [
      '2026-01-05T10:00:00',
      '2026-01-05 10:00:00',
      '2026-01-05T10:00:00Z',
      '2026-01-05T05:00:00-05:00',
    ]
    expect(written.map((text) => new Wire('test', text).instant())).toEqual([time, time, time, time])
  } finally {
    if (own === undefined) delete process.env.TZ
    else process.env.TZ = own
  }
})
