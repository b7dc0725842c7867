import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDecimal } from './read-decimal.ts'

test('a decimal text is the number that JavaScript reads', () => {
  const texts = fc
    .tuple(fc.boolean(), fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^(\.\d{1,9})?$/))
    .map(([isNegative, whole, rest]) => `${isNegative ? '-' : ''}${whole}${rest}`)
  fc.assert(
    fc.property(texts, (text) => {
      expect(readDecimal(text)).toBe(Number(text))
    }),
  )
})

test.each(['123456789012345678.123', '1e5', '1.5E-7', '0.1234567890123456789'])(
  '%s is read as well',
  (text) => {
    expect(readDecimal(text)).toBe(Number(text))
  },
)

test.each(['', '-', '.', '1.', '.5', ' 1', '1 ', '0x10', '1,000', 'None', 'NaN', 'Infinity', '--1', '1.2.3'])(
  '"%s" is no number',
  (text) => {
    expect(readDecimal(text)).toBeNaN()
  },
)
