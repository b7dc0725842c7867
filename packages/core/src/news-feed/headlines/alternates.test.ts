import { expect, test } from 'vitest'
import { alternatesFor, areAlternates } from './alternates.ts'

test('a desk takes one word for another, in whatever number and tense', () => {
  expect(areAlternates('dividend', 'payout')).toBe(true)
  expect(areAlternates('vehicles', 'car')).toBe(true)
  expect(areAlternates('raised', 'upgrades')).toBe(true)
  expect(areAlternates('slashes', 'cuts')).toBe(true)
})

test('two words are none for having one in common: estimates are forecasts, and so is guidance', () => {
  expect(areAlternates('forecast', 'guidance')).toBe(true)
  expect(areAlternates('forecasts', 'estimates')).toBe(true)
  expect(areAlternates('guidance', 'estimates')).toBe(false)
})

test.each([
  ['rises', 'falls'],
  ['beats', 'misses'],
  ['profit', 'loss'],
  ['profit', 'revenue'],
  ['dividend', 'forecast'],
  ['buys', 'sells'],
  ['hires', 'fires'],
  ['opens', 'closes'],
  ['wins', 'loses'],
  ['strong', 'weak'],
  ['higher', 'lower'],
  ['upgraded', 'downgraded'],
  ['drug', 'vaccine'],
  ['chairman', 'chief'],
  ['quarter', 'year'],
  ['elm', 'oak'],
])('%s is not %s', (word, other) => {
  expect(areAlternates(word, other)).toBe(false)
  expect(areAlternates(other, word)).toBe(false)
})

test('names have no alternates', () => {
  expect(alternatesFor('halden')).toEqual([])
})
