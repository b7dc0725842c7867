import { expect, test } from 'vitest'
import { formatChange, formatCompact, formatDecimal, priceDecimals } from './price.ts'

test.each([
  [187.15, undefined, 2],
  [0.0421, undefined, 5],
  [0.00001234, undefined, 8],
  [1.0834, 'fx', 5],
  [149.2, 'fx', 3],
  [0, undefined, 2],
] as const)('a price like %d (%s) is shown with %d decimals', (price, assetClass, decimals) => {
  expect(priceDecimals(price, assetClass)).toBe(decimals)
})

test('a negative number has a true minus, and nothing is a dash and never 0', () => {
  expect(formatDecimal(-1234.5, 2, 'en-US')).toBe('−1,234.50')
  expect([formatDecimal(null, 2), formatDecimal(Number.NaN, 2), formatCompact(undefined)]).toEqual([
    '–',
    '–',
    '–',
  ])
})

test.each([
  [1.204, '+1.20', 'up'],
  [-0.351, '−0.35', 'down'],
  [0.004, '0.00', 'flat'],
  [-0.004, '0.00', 'flat'],
  [0, '0.00', 'flat'],
  [null, '–', 'flat'],
  [Number.NaN, '–', 'flat'],
] as const)('a change of %d reads %s and points %s', (value, text, direction) => {
  expect(formatChange(value, 2, 'en-US')).toEqual({ text, direction })
})
