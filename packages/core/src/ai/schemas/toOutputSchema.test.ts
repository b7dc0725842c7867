import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { reports } from '../verify/test/cleanReports.ts'
import { claimSchema } from './claimSchema.ts'
import { toOutputSchema } from './toOutputSchema.ts'

/** Every schema in a schema. */
function parts(schema: unknown): object[] {
  if (typeof schema !== 'object' || schema === null) return []
  return [schema, ...Object.values(schema).flatMap(parts)]
}

describe.each(Object.entries(reports))('%s', (_kind, { schema }) => {
  const sent = toOutputSchema(schema)

  test('is closed, and holds no limit that a vendor would refuse', () => {
    for (const part of parts(sent)) {
      if ('properties' in part)
        expect(part).toMatchObject({ additionalProperties: false, required: expect.anything() })
      for (const limit of ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern'])
        expect(part).not.toHaveProperty(limit, expect.any(Number))
    }
  })

  test('has a claim in one place only, so that it stays small', () => {
    expect(JSON.stringify(sent).split('"magnitude"')).toHaveLength(3)
    expect(JSON.stringify(sent).length).toBeLessThan(7_000)
  })

  test('lets the model write no number outside a claim', () => {
    const { $defs: _, ...outside } = sent
    expect(JSON.stringify(outside)).not.toMatch(/"(?:number|integer)"/)
  })
})

test('limits are told in words', () => {
  const sent = toOutputSchema(z.object({ notes: z.array(claimSchema).check(z.minLength(1), z.maxLength(3)) }))
  expect(sent).toMatchObject({
    properties: {
      notes: {
        type: 'array',
        items: { $ref: '#/$defs/claim' },
        description: 'at least 1 and at most 3 items.',
      },
    },
  })
})

test('what a schema says of itself and its parts is told', () => {
  const stance = z.enum(['up', 'down']).check(z.describe('Where it goes.'))
  const sent = toOutputSchema(
    z.object({ stance: z.nullable(stance), note: claimSchema }).check(z.meta({ description: 'A setup.' })),
  )
  expect(sent).toMatchObject({
    description: 'A setup.',
    properties: {
      stance: { anyOf: [{ enum: ['up', 'down'], description: 'Where it goes.' }, { type: 'null' }] },
    },
  })
})

const node: z.ZodMiniType = z.object({
  get next() {
    return z.nullable(node)
  },
  note: claimSchema,
})

test.each<[string, z.core.$ZodType, string]>([
  ['a list', z.array(claimSchema), 'schema'],
  ['itself inside itself', node, 'next'],
  ['a union', z.object({ either: z.union([z.string(), claimSchema]) }), 'either'],
  [
    'a number in a list',
    z.object({ list: z.array(z.object({ price: z.number() })), note: claimSchema }),
    'list[].price',
  ],
  ['a literal number', z.object({ version: z.literal(2), note: claimSchema }), 'version'],
  ['a transformation', z.object({ at: z.pipe(z.string(), z.transform(Number)), note: claimSchema }), 'at'],
])('%s cannot be sent, and the path is told', (_what, schema, parameter) => {
  expect(() => toOutputSchema(schema)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', parameter }))
})
