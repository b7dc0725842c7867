import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StarkMatterError } from '../../errors/index.ts'
import { createJsonReader } from './createJsonReader.ts'

/** Every member of `part` is in `whole`, with the same value; arrays are a beginning. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) && part.length <= whole.length && part.every((item, i) => isPartOf(item, whole[i]))
    )
  }
  if (typeof part === 'object' && part !== null) {
    if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false
    const members = new Map(Object.entries(whole))
    return Object.entries(part).every(([key, value]) => members.has(key) && isPartOf(value, members.get(key)))
  }
  return Object.is(part, whole)
}

describe('createJsonReader', () => {
  test('any cutting of a text gives the value that JSON.parse gives', () => {
    const container = fc.oneof(
      fc.array(fc.jsonValue({ maxDepth: 5 })),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })),
    )
    fc.assert(
      fc.property(container, fc.array(fc.nat(40)), fc.boolean(), (value, cuts, spaced) => {
        const text = spaced ? JSON.stringify(value, null, 2) : JSON.stringify(value)
        const reader = createJsonReader()
        let at = 0
        for (const cut of cuts) {
          const part: unknown = structuredClone(reader.push(text.slice(at, at + cut)) ?? null)
          if (part !== null) expect(isPartOf(part, JSON.parse(text))).toBe(true)
          at += cut
        }
        expect(JSON.stringify(reader.push(text.slice(at)))).toBe(JSON.stringify(JSON.parse(text)))
        expect(reader.complete).toBe(true)
      }),
    )
  })

  test('a number is not known before its end, as more digits may follow', () => {
    const reader = createJsonReader()
    expect(reader.push('{"a":12')).toEqual({})
    expect(reader.push('3}')).toEqual({ a: 123 })
  })

  test('a string is not known before its quote', () => {
    const reader = createJsonReader()
    expect(reader.push('["ab\\')).toEqual([])
    expect(reader.push('"c"')).toEqual(['ab"c'])
  })

  test.each([
    '{]',
    '[1 2]',
    '{"a" 1}',
    '{a:1}',
    '[}',
    '[1,,',
    '"\\x"',
    '[01]',
    '{"a":tru}',
    '{} {',
    '['.repeat(70),
  ])('a text that cannot become JSON is refused: %s', (text) => {
    expect(() => createJsonReader().push(text)).toThrow(expect.objectContaining({ code: 'VALIDATION' }))
    expect(StarkMatterError.is(catchError(() => createJsonReader().push(text)))).toBe(true)
  })
})

function catchError(run: () => void): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
