import { array, assert, bigInt, constant, double, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { digitsOf, parseExactJson } from './exact-json.ts'

test('a nanosecond stamp keeps the digits that a double has no room for', () => {
  expect(digitsOf(parseExactJson('1651179319310617299'))).toBe('1651179319310617299')
})

test('decimals of any length arrive unchanged', () => {
  assert(
    property(bigInt(), bigInt({ min: 0n, max: 10n ** 30n }), (whole, decimals) => {
      const digits = `${whole}.${decimals}`
      const parsed = parseExactJson(`{"price":${digits},"others":[1,${digits}]}`)
      expect(JSON.stringify(parsed)).toBe(
        JSON.stringify({ price: `\u0001${digits}`, others: ['\u00011', `\u0001${digits}`] }),
      )
    }),
  )
})

test('text is left alone, whatever digits, quotes and backslashes it holds', () => {
  const tricky = oneof(string(), constant('"1\\"2'), constant('\\'), constant('-1.5e3'))
  assert(
    property(array(tricky), (texts) => {
      expect(parseExactJson(JSON.stringify({ texts, none: null }))).toEqual({ texts, none: null })
    }),
  )
})

test('every double reads back as itself', () => {
  assert(
    property(double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(digitsOf(parseExactJson(JSON.stringify(value))))).toBe(value === 0 ? 0 : value)
    }),
  )
})
