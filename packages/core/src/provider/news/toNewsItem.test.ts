import { expect, test } from 'vitest'
import { toNewsItem } from './toNewsItem.ts'

const idOf = (url: string) => toNewsItem({ provider: 'fake', source: 'Fake', time: 0, title: 'A', url })?.id

test('one article has one id, however one came to it', () => {
  const id = idOf('https://example.com/news/one')
  expect(id).toMatch(/^[0-9a-z]{13}$/)
  for (const url of [
    'http://www.example.com/news/one/',
    'https://example.com/news/one?utm_source=mail&utm_medium=x',
    'https://example.com/news/one#comments',
    'https://m.example.com/news/one/amp',
  ]) {
    expect(idOf(url)).toBe(id)
  }
})

test('another page has another id, also where it is a page within a page', () => {
  const ids = ['/news/one', '/news/two', '/news/one?page=2', '/#!/news/1', '/#!/news/2', '/'].map((path) =>
    idOf(`https://example.com${path}`),
  )
  expect(new Set(ids).size).toBe(6)
})
