import { expect, test } from 'vitest'
import { isMistypedCopy } from './mistypedCopy.ts'

const headline = (text: string) => ({ tokens: text.split(' '), letters: text.replaceAll(' ', '') })

test.each([
  ['acme cuts dividend', 'acmecuts dividend'],
  ['acme cuts dividend', 'acme cu ts dividend'],
  ['acme cuts dividend', 'acme cuts divdend'],
])('%s is mistyped as %s', (left, right) => {
  expect(isMistypedCopy(headline(left), headline(right))).toBe(true)
})

test.each([
  ['acme cuts dividend', 'acme cuts debt'],
  ['acme first quarter profit', 'acme third quarter profit'],
])('%s is another headline than %s', (left, right) => {
  expect(isMistypedCopy(headline(left), headline(right))).toBe(false)
})

test('headlines of many words that are almost alike are told apart without trying every row of runs', () => {
  const words = (word: string, last: string) => headline([...Array<string>(39).fill(word), last].join(' '))
  expect(isMistypedCopy(words('abcdefgh', 'qqqqqqqq'), words('abcdefgk', 'zzzzzzzz'))).toBe(false)
  expect(isMistypedCopy(words('abcdefgh', 'qqqqqqqq'), words('abcdefgk', 'qqqqqqqq'))).toBe(true)
})
