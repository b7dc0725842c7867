import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { canonicalJson } from './canonicalJson.ts'
import { contentHash } from './contentId.ts'

test('the order of keys does not matter, and nothing else is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(turned(value))).toBe(text)
    }),
  )
})

test('a member of any name is part of the hash', () => {
  const plain = JSON.parse('{"a":1}')
  const hidden = JSON.parse('{"a":1,"__proto__":{"b":2}}')
  expect(contentHash(hidden)).not.toBe(contentHash(plain))
  expect(canonicalJson(hidden)).toBe('{"__proto__":{"b":2},"a":1}')
  expect(canonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}')
})

test('the hash is the same where the runtime brings none along', () => {
  const value = { text: 'naïve \u{1f4c8} \ud83d', values: [1.5, null] }
  const hash = contentHash(value)
  vi.stubGlobal('process', { ...process, getBuiltinModule: () => ({}) })
  const own = contentHash(value)
  vi.stubGlobal('process', { ...process, getBuiltinModule: () => undefined })
  const onEdge = contentHash(value)
  vi.stubGlobal('process', undefined)
  const inBrowsers = contentHash(value)
  vi.unstubAllGlobals()
  expect([own, onEdge, inBrowsers]).toEqual([hash, hash, hash])
})

/** The same with its keys the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}
