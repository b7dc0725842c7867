import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asPaid } from './as-paid.ts'

const split = (date: string, numerator: number, denominator = 1) => ({ date, numerator, denominator })
const ofApple = [split('2014-06-09', 7), split('2020-08-31', 4)]

test.each([
  ['2020-11-06', 0.205, 0.205],
  ['2020-08-07', 0.205, 0.82],
  ['2014-05-08', 0.1175, 3.29],
  ['2012-08-09', 0.094643, 2.65],
])('what Apple paid on %s, as %d restated for the splits since, was $%d a share', (date, restated, paid) => {
  expect(asPaid(restated, date, ofApple)).toBe(paid)
})

test('shares that are put together make the dividends before smaller again', () => {
  expect(asPaid(0.2, '2020-01-02', [split('2021-01-04', 1, 10)])).toBe(0.02)
})

test('a split on the day of the dividend itself leaves it as it is', () => {
  expect(asPaid(0.2, '2021-01-04', [split('2021-01-04', 2)])).toBe(0.2)
})

test('an amount in cents is the same whatever splits come later', () => {
  const later = fc.array(
    fc
      .tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 3 }))
      .map(([to, from]) => split('2021-01-04', to, from)),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), later, (cents, splits) => {
      const ratio = splits.reduce(
        (product, { numerator, denominator }) => (product * numerator) / denominator,
        1,
      )
      const restated = Number((cents / 100 / ratio).toFixed(6))
      expect(asPaid(restated, '2020-01-02', splits)).toBe(cents / 100)
    }),
    { seed: 3 },
  )
})
