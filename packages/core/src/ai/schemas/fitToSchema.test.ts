import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createRandom } from '../../testing/random.ts'
import { makeReport, reports } from '../verify/test/cleanReports.ts'
import { claimSchema } from './claimSchema.ts'
import { fitToSchema } from './fitToSchema.ts'

function keep(schema: z.core.$ZodType, value: unknown, refuse: (path: string) => boolean = () => false) {
  const dropped: string[] = []
  const fitted = fitToSchema(schema, value, {
    about: undefined,
    claim: (claim, path) => (refuse(path) ? undefined : claim),
    label: (_text, path) => !refuse(path),
    dropped: (path) => dropped.push(path),
  })
  return { fitted, dropped }
}

const part = z.object({ heading: z.string(), note: claimSchema })
const schema = z.object({
  view: z.nullable(
    z.object({ stance: z.enum(['up', 'down']), because: z.array(claimSchema).check(z.minLength(1)) }),
  ),
  parts: z.array(part).check(z.maxLength(2)),
  more: z.optional(z.string()),
})
const claim = { id: 'c1', text: 'Calm.', slots: [], comparisons: [], quotes: [] }

test('what fits is kept as it is', () => {
  const value = {
    view: { stance: 'up', because: [claim] },
    parts: [{ heading: 'A', note: claim }],
    more: 'x',
  }
  expect(keep(schema, value)).toEqual({ fitted: value, dropped: [] })
})

test('what is absent is an empty list or null, and is told', () => {
  expect(keep(schema, {})).toEqual({ fitted: { view: null, parts: [] }, dropped: ['view', 'parts'] })
})

test('a part goes with what it cannot do without', () => {
  const value = {
    view: { stance: 'up', because: [claim] },
    parts: [
      { heading: 'A', note: claim },
      { heading: 'B', note: claim },
    ],
  }
  expect(keep(schema, value, (path) => path === 'view.because[0]')).toMatchObject({ fitted: { view: null } })
  expect(keep(schema, value, (path) => path === 'parts[0].heading')).toMatchObject({
    fitted: { parts: [{ heading: 'B' }] },
    dropped: ['parts[0].heading'],
  })
})

test('a list ends at its longest length', () => {
  const parts = ['A', 'B', 'C'].map((heading) => ({ heading, note: claim }))
  const { fitted, dropped } = keep(schema, { view: null, parts })
  expect(fitted).toMatchObject({ parts: [{ heading: 'A' }, { heading: 'B' }] })
  expect(dropped).toEqual(['parts[2]'])
})

test('members that the schema does not have are not taken over', () => {
  const { fitted } = keep(schema, JSON.parse('{"view":null,"parts":[],"price":"40","__proto__":{"x":1}}'))
  expect(fitted).toEqual({ view: null, parts: [] })
})

test('what cannot be without is undefined as a whole', () => {
  expect(keep(z.object({ note: claimSchema }), {}).fitted).toBeUndefined()
})

test('whatever a model writes, what is kept is valid by the schema', () => {
  const keys = ['view', 'stance', 'because', 'parts', 'heading', 'note', 'more', '__proto__']
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('up', 'down', null, 3, claim),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie('any')),
    ),
  }))
  fc.assert(
    fc.property(any, fc.integer(), (value, seed) => {
      const random = createRandom(seed)
      const { fitted } = keep(schema, value, () => random.next() < 0.3)
      if (fitted !== undefined) expect(z.safeParse(schema, fitted).success).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a report of the SDK with any of its sentences refused still is one, and an empty one is too', () => {
  const random = createRandom(9)
  for (let round = 0; round < 100; round++) {
    const { report } = makeReport(random)
    const found = Object.entries(reports).find(([kind]) => kind === report.kind)?.[1].schema
    if (!found) throw new Error('There is no such schema.')
    const { fitted } = keep(found, report.body, () => random.next() < 0.3)
    expect(z.safeParse(found, fitted).success).toBe(true)
    expect(z.safeParse(found, keep(found, {}).fitted).success).toBe(true)
  }
})
