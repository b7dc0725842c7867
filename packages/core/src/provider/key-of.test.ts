import { expect, test } from 'vitest'
import { keyOf } from './key-of.ts'

test('the line break that a key brings along from its file is not sent', () => {
  expect(keyOf('apiKey', 'a-key\n', 'a key')).toBe('a-key')
})

test.each([undefined, null, '', '  \n', 5, ['a-key']])(
  '%j is no key, and is refused by its name',
  (given) => {
    expect(() => keyOf('apiKey', given, 'a key from example.com')).toThrow(
      /^"apiKey" must be a key from example\.com, but is /,
    )
  },
)

test('what was given in the place of a key is not repeated: it may be one', () => {
  expect(() => keyOf('apiKey', ['a-secret'], 'a key')).toThrow(
    '"apiKey" must be a key, but is of type object.',
  )
})
