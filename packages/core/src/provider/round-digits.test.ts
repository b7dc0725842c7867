import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundDigits } from './round-digits.ts'

const digits = fc.integer({ min: 1, max: 12 })

function expectSame(value: number, digits: number): void {
  expect(roundDigits(value, digits)).toBe(Number(value.toPrecision(digits)))
}

test('a number is rounded as its text of so many digits says', () => {
  const prices = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(fc.property(prices, digits, expectSame), { numRuns: 20_000 })
  const exponents = fc.integer({ min: -30, max: 30 })
  const any = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), exponents)
  fc.assert(
    fc.property(any, digits, ([share, exponent], count) => expectSame(share * 10 ** exponent, count)),
    { numRuns: 20_000 },
  )
})

test('halves, and what stands beside a power of ten, are no exceptions', () => {
  for (let exponent = -12; exponent <= 13; exponent++) {
    for (const part of [1, 5, 0.5, 1.5, 1.25, 9.5, 10 - 2 ** -50, 1 - 2 ** -53]) {
      for (let count = 1; count <= 12; count++) expectSame(part * 10 ** exponent, count)
    }
  }
  for (const odd of [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.MIN_VALUE, Number.MAX_VALUE]) {
    expectSame(odd, 10)
  }
})
