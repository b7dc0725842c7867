import { assert, bigInt, property } from 'fast-check'
import { expect, test } from 'vitest'
import { nanosecondsOf } from './nanoseconds.ts'

test('every nanosecond of an instant survives', () => {
  assert(
    property(bigInt({ min: 10n ** 18n, max: 4n * 10n ** 18n }), (ns) => {
      const seconds = new Date(Number(ns / 1_000_000_000n) * 1000).toISOString().slice(0, 19)
      const fraction = String(ns % 1_000_000_000n).padStart(9, '0')
      expect(nanosecondsOf(`${seconds}.${fraction}Z`)).toBe(String(ns))
      expect(nanosecondsOf(`${seconds}.${fraction.replace(/0+$/, '0')}Z`)).toBe(String(ns))
    }),
  )
})

test.each([
  ['2019-05-01T00:00:00+00:00', '1556668800000000000'],
  ['2019-05-01T00:00:00.1234567891-04:00', '1556683200123456789'],
])('%s', (text, ns) => {
  expect(nanosecondsOf(text)).toBe(ns)
})

test.each(['', '2019-05-01', 'yesterday', '2019-13-01T00:00:00Z'])('%j is no instant', (text) => {
  expect(nanosecondsOf(text)).toBeUndefined()
})
