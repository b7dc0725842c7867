import { expect, test } from 'vitest'
import { parseUrl } from './parse-url.ts'

test('an address with letters beyond ASCII is one however many were read before it', () => {
  let refused = 0
  for (let round = 0; round < 20_000; round++) if (!parseUrl('https://example.com/café')) refused++
  expect(refused).toBe(0)
})

test('what is no address, or has no base, is none', () => {
  expect(parseUrl('/a')).toBeUndefined()
  expect(parseUrl('')).toBeUndefined()
  expect(parseUrl('https://')).toBeUndefined()
  expect(parseUrl('/a', 'https://example.com/b')?.href).toBe('https://example.com/a')
})
