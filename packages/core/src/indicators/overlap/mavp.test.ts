import { expect, test } from 'vitest'
import { mavp } from './mavp.ts'
import { sma } from './sma.ts'

test('a period that first occurs far into a series counts there, as any other does', () => {
  const values = Float64Array.from({ length: 12_000 }, (_, index) => 100 + Math.sin(index / 7) * 10)
  const periods = values.map((_, index) => (index < 9_000 ? 5 : 21))
  const options = { minPeriod: 2, maxPeriod: 30 }

  const varied = mavp(values, periods, options)

  const [short, long] = [sma(values, { period: 5 }), sma(values, { period: 21 })]
  expect(varied[8_999]).toBeCloseTo(short[8_999] ?? Number.NaN, 9)
  expect(varied[9_000]).toBeCloseTo(long[9_000] ?? Number.NaN, 9)
  expect(varied[11_999]).toBeCloseTo(long[11_999] ?? Number.NaN, 9)
})
