import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createRandom } from '../../testing/random.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { nodeOf } from '../schemas/nodeOf.ts'
import { makeReport, reports } from '../verify/test/cleanReports.ts'
import { createPartialReader } from './createPartialReader.ts'

/** The schema with everything optional and every list of any length up to its longest. */
function partialOf(schema: z.core.$ZodType): z.ZodMiniType {
  const node = nodeOf(schema)
  const inner =
    node.kind === 'object'
      ? z.strictObject(
          Object.fromEntries(
            Object.entries(node.shape).map(([key, member]) => [key, z.optional(partialOf(member))]),
          ),
        )
      : node.kind === 'array'
        ? z.array(partialOf(node.element)).check(z.maxLength(Math.min(node.maximum, 1e6)))
        : node.kind === 'claim'
          ? claimSchema
          : z.custom((value) => z.safeParse(node.schema, value).success)
  return node.nullable ? z.nullable(inner) : inner
}

/** Every member of `part` is in `whole`, with the same value; arrays are a beginning. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part))
    return (
      Array.isArray(whole) && part.length <= whole.length && part.every((item, i) => isPartOf(item, whole[i]))
    )
  if (typeof part === 'object' && part !== null) {
    if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false
    const members = new Map(Object.entries(whole))
    return Object.entries(part).every(([key, value]) => members.has(key) && isPartOf(value, members.get(key)))
  }
  return Object.is(part, whole)
}

const kinds = Object.values(reports)

describe('createPartialReader', () => {
  test('every beginning of a report is valid by its schema with everything optional, and a beginning of the next', () => {
    const random = createRandom(5)
    for (let round = 0; round < 40; round++) {
      const { report } = makeReport(random)
      const schema = kinds
        .map((kind) => kind.schema)
        .find((candidate) => z.safeParse(candidate, report.body).success)
      if (!schema) throw new Error('There is no schema of this report.')
      const partial = partialOf(schema)
      const text = JSON.stringify(z.parse(schema, report.body), null, round % 2)
      const reader = createPartialReader<z.core.$ZodType<object>, unknown>(schema)
      let before: unknown = {}
      let frozen = '{}'
      for (let at = 0; at < text.length; ) {
        const length = 1 + random.below(40)
        const shown = reader.push(text.slice(at, at + length))
        at += length
        if (shown === undefined || shown === before) continue
        expect(z.safeParse(partial, shown).error?.issues).toBeUndefined()
        expect(isPartOf(before, shown)).toBe(true)
        // What was given away before is as it was.
        expect(JSON.stringify(before)).toBe(frozen)
        before = shown
        frozen = JSON.stringify(shown)
      }
      expect(JSON.stringify(before)).toBe(JSON.stringify(z.parse(schema, report.body)))
      expect(reader.complete).toBe(true)
    }
  }, 60_000)

  test('whatever JSON a model writes, what is shown is valid and only grows', () => {
    const schema = z.object({
      stance: z.enum(['up', 'down']),
      list: z.array(z.object({ a: z.nullable(z.string()), b: z.boolean() })).check(z.maxLength(3)),
      either: z.union([z.object({ x: z.string() }), z.string()]),
      note: z.optional(claimSchema),
    })
    const partial = partialOf(schema)
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('up', 'down', 'x', null, true, 3),
        fc.array(tie('any'), { maxLength: 5 }),
        fc.dictionary(
          fc.constantFrom('stance', 'list', 'a', 'b', 'either', 'x', 'note', '__proto__', 'other'),
          tie('any'),
        ),
      ),
    })).any
    fc.assert(
      fc.property(value, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (json, cuts) => {
        const text = JSON.stringify(json) ?? 'null'
        const reader = createPartialReader(schema)
        let before: unknown
        for (let at = 0, cut = 0; at < text.length; cut++) {
          const length = cuts[cut % cuts.length] ?? 1
          const shown = reader.push(text.slice(at, at + length))
          at += length
          if (shown === undefined) continue
          expect(z.safeParse(partial, shown).success).toBe(true)
          if (before !== undefined) expect(isPartOf(before, shown)).toBe(true)
          before = shown
        }
        // A literal at the end of a text may go on.
        if (typeof json === 'object' && json !== null) expect(JSON.stringify(reader.whole)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test('what does not fit is left out, and the rest stands', () => {
    const schema = z.object({
      stance: z.enum(['up', 'down']),
      notes: z.array(z.string()).check(z.maxLength(2)),
    })
    const reader = createPartialReader(schema)
    expect(reader.push('{"stance":"sideways","more":{"a":[1]},"notes":["a",7,"b","c"]')).toEqual({
      notes: ['a', 'b'],
    })
  })

  test('of two members of one name the first stands', () => {
    const reader = createPartialReader(z.object({ stance: z.string() }))
    expect(reader.push('{"stance":"up","stance":"down"}')).toEqual({ stance: 'up' })
    expect(reader.whole).toEqual({ stance: 'up' })
  })

  test('a claim is shown when it is whole, and not when it is refused', () => {
    const claim = (id: string) => ({ id, text: 'Calm.', slots: [], comparisons: [], quotes: [] })
    const schema = z.object({ subject: z.string(), claims: z.array(claimSchema) })
    const about: (string | undefined)[] = []
    const reader = createPartialReader(schema, {
      onClaim(one, subject) {
        about.push(subject)
        return one.id === 'c2' ? undefined : one
      },
    })
    const text = JSON.stringify({ subject: 'equity:AAPL', claims: [claim('c1'), claim('c2'), claim('c3')] })
    const half = text.indexOf('"c2"')
    expect(reader.push(text.slice(0, half))?.claims).toMatchObject([{ id: 'c1' }])
    expect(reader.push(text.slice(half))?.claims).toMatchObject([{ id: 'c1' }, { id: 'c3' }])
    expect(about).toEqual(['equity:AAPL', 'equity:AAPL', 'equity:AAPL'])
  })
})
