import { expect, test } from 'vitest'
import { tokenize } from './tokenize.ts'

const quantities = (text: string) =>
  tokenize(text)
    .filter(({ kind }) => kind === 'quantity')
    .map(({ value, unit, sign }) => [value, unit, sign])

test.each([
  ['EUR 21.1 mn', 21_100_000, 'eur', 0],
  ['EUR21.1m', 21_100_000, 'eur', 0],
  ['$1.2B', 1_200_000_000, '$', 0],
  ['1,234.5', 1234.5, '', 0],
  ['13,9 %', 13.9, '%', 0],
  ['8.4 percent', 8.4, '%', 0],
  ['+5.2%', 5.2, '%', 1],
  ['-5.2%', 5.2, '%', -1],
  ['5 k', 5000, '', 0],
  ['EUR6 .5 m', 6_500_000, 'eur', 0],
  ['.5 %', 0.5, '%', 0],
  ['40 euros', 40, 'euros', 0],
])('%s is an amount', (text, value, unit, sign) => {
  expect(quantities(text)).toEqual([[value, unit, sign]])
})

test('a range is two amounts without a sign', () => {
  expect(quantities('20 % -40 %')).toEqual([
    [20, '%', 0],
    [40, '%', 0],
  ])
})

test('names with digits are words', () => {
  for (const name of ['Q3', '5G', '3D', '4th', '2constructor']) {
    expect(tokenize(name)).toMatchObject([{ kind: 'word', text: name.toLowerCase() }])
  }
})

test('a possessive loses its ending, and initials stay together', () => {
  expect(tokenize("Halden's U.S. unit").map(({ text }) => text)).toEqual(['halden', 'u.s.', 'unit'])
})

test('a cashtag is its symbol, an amount of dollars is not one', () => {
  expect(tokenize('$brk.b $5').map(({ kind, text }) => [kind, text])).toEqual([
    ['cashtag', 'BRK.B'],
    ['quantity', '5'],
  ])
})

test('offsets point into the text, also behind letters that grow in lower case', () => {
  const text = 'İ profit 😀 rose'
  expect(tokenize(text).map(({ start }) => text.charAt(start))).toEqual(['İ', 'p', '\ud83d', 'r'])
  expect(tokenize(text).map(({ start, end }) => end - start)).toEqual([1, 6, 2, 4])
})
