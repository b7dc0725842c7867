import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trueRange } from './true-range.ts'

test('the true range is the largest of the three distances, in the order of comparison of TA-Lib', () => {
  const price = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.double({ min: 0.9, max: 1.1 }),
    fc.double(),
    fc.constantFrom(5e-324, 1.7e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  )
  fc.assert(
    fc.property(price, price, price, (high, low, before) => {
      let largest = high - low
      for (const distance of [Math.abs(before - high), Math.abs(before - low)])
        if (distance > largest) largest = distance
      expect(trueRange(high, low, before)).toBe(largest)
    }),
    { numRuns: 5000 },
  )
})
