import { expect, test } from 'vitest'
import { stableId } from './stable-id.ts'

test('a key has one id, the same in every run', () => {
  expect(stableId('example.com/news/one')).toBe('pp2h6k0mlkc9r')
  expect(stableId('example.com/news/two')).not.toBe(stableId('example.com/news/one'))
})

test('a hundred thousand pages have as many ids', () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, index) => stableId(`example.com/${index}`)))
  expect(ids.size).toBe(100_000)
})
