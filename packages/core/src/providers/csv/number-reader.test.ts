import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAbsent, numberText, readNumber } from './number-reader.ts'

const read = (text: string, decimal = '.') => readNumber(text, 0, text.length, decimal.charCodeAt(0))

test('a number is read to the last bit, whatever its length', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(read(String(value))).toBe(Number(String(value)))
      expect(read(value.toFixed(8))).toBe(Number(value.toFixed(8)))
    }),
  )
})

test('decimal commas, thousands, currency signs and magnitudes are understood', () => {
  expect(read('1,5', ',')).toBe(1.5)
  expect(read('1.234,56', ',')).toBe(1234.56)
  expect(read('1,234.56')).toBe(1234.56)
  expect(read('$12.50')).toBe(12.5)
  expect(read('12.3M')).toBe(12_300_000)
  expect(read('4.5K')).toBe(4500)
})

test('what is no number is NaN', () => {
  for (const text of ['', '-', '.', 'abc', '1.2.3', '1-2', '12x', '0x10']) expect(read(text)).toBeNaN()
})

test('absent values are told from broken ones', () => {
  for (const text of ['', 'null', 'NaN', 'N/A', '-']) expect(isAbsent(text, 0, text.length)).toBe(true)
  for (const text of ['0', 'abc', 'nul']) expect(isAbsent(text, 0, text.length)).toBe(false)
})

test('exact text keeps trailing zeros', () => {
  expect(numberText('3701.23000000', 46)).toBe('3701.23000000')
  expect(numberText('3.701,230', 44)).toBe('3701.230')
})
