import { expect, test } from 'vitest'
import { isWreck } from './isWreck.ts'

test.each([
  ['foosa', 'foods', true, 'half of it behind the first letter'],
  ['usnk', 'sink', false, 'too little behind another first letter'],
  ['lyon', 'leeds', false, 'a letter'],
])('%s of %s: %s, for %s is left', (word, other, expected) => {
  expect(isWreck(word, other)).toBe(expected)
})
