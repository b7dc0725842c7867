import { expect, test } from 'vitest'
import { stableId } from './stable-id.ts'

test('one page has one id, however one came to it', () => {
  const id = stableId('https://example.com/news/one')
  expect(id).toHaveLength(13)
  for (const url of [
    'http://www.example.com/news/one/',
    'https://example.com/news/one?utm_source=mail&utm_medium=x',
    'https://example.com/news/one#comments',
  ]) {
    expect(stableId(url)).toBe(id)
  }
  expect(stableId('https://example.com/news/two')).not.toBe(id)
  expect(stableId('https://example.com/news/one?page=2')).not.toBe(id)
})

test('a hundred thousand pages have as many ids', () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, index) => stableId(`https://example.com/${index}`)))
  expect(ids.size).toBe(100_000)
})
