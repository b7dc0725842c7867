import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integerText } from './integer-text.ts'

test('any number has the digits that String gives it', () => {
  const edges = [
    0,
    -1,
    999_999,
    1_000_000,
    1_000_001,
    3_000_000_000,
    Number.MAX_SAFE_INTEGER,
    2 ** 53,
    1.5e7 + 0.5,
  ]
  for (const value of [...edges, Number.NaN, Number.POSITIVE_INFINITY])
    expect(integerText(value)).toBe(String(value))
  fc.assert(fc.property(fc.maxSafeNat(), (value) => integerText(value) === String(value)))
  fc.assert(fc.property(fc.double(), (value) => integerText(value) === String(value)))
})
