import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { checkRequest } from '../../testing/fake-messages-api/check-request.ts'
import type { JsonSchema } from '../llm/port.ts'
import { answerReport } from '../schemas/answerReport.ts'
import { comparisonReport } from '../schemas/comparisonReport.ts'
import { earningsPreview } from '../schemas/earningsPreview.ts'
import { fundamentalReport } from '../schemas/fundamentalReport.ts'
import { newsAndSentimentReport } from '../schemas/newsAndSentimentReport.ts'
import { portfolioReview } from '../schemas/portfolioReview.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { toOutputSchema } from '../schemas/toOutputSchema.ts'
import { toSendableSchema } from './outputSchema.ts'

const reports = {
  answerReport,
  comparisonReport,
  earningsPreview,
  fundamentalReport,
  newsAndSentimentReport,
  portfolioReview,
  technicalReport,
}

const of = (schema: z.ZodType): JsonSchema => ({ ...z.toJSONSchema(schema) })

/** Whether the fake API, which refuses what the real one does, would take it. */
function isTaken(schema: JsonSchema): boolean {
  const request = checkRequest(
    {
      model: 'claude-sonnet-5-5',
      max_tokens: 10,
      messages: [{ role: 'user', content: 'a' }],
      output_config: { format: { type: 'json_schema', schema } },
    },
    'message',
  )
  return typeof request !== 'string'
}

describe('what is sent', () => {
  test('keeps the shape, and tells ranges, lengths and patterns in words', () => {
    const report = z.object({
      title: z.string().min(3).max(80).describe('A heading.'),
      stance: z.enum(['bullish', 'bearish']),
      confidence: z.number().min(0).max(1),
      day: z.iso.date(),
      symbol: z.string().regex(/^[A-Z]+$/),
      rank: z.int().nullable(),
      claims: z.array(z.object({ text: z.string() })).max(3),
    })
    expect(toSendableSchema(of(report))).toEqual({
      type: 'object',
      properties: {
        title: { type: 'string', description: 'A heading.\n\n{minLength: 3, maxLength: 80}' },
        stance: { enum: ['bullish', 'bearish'] },
        confidence: { type: 'number', description: '{minimum: 0, maximum: 1}' },
        day: { type: 'string', format: 'date', description: expect.stringContaining('pattern') },
        symbol: { type: 'string', description: '{pattern: "^[A-Z]+$"}' },
        rank: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
        claims: {
          type: 'array',
          items: {
            type: 'object',
            properties: { text: { type: 'string' } },
            required: ['text'],
            additionalProperties: false,
          },
          description: '{maxItems: 3}',
        },
      },
      required: ['title', 'stance', 'confidence', 'day', 'symbol', 'rank', 'claims'],
      additionalProperties: false,
    })
  })

  test('holds a definition once, however often it is used', () => {
    const place = { type: 'object', properties: { city: { type: ['string', 'null'] } }, required: ['city'] }
    const properties = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`p${index}`, { $ref: '#/$defs/place' }]),
    )
    const sendable = toSendableSchema({
      type: 'object',
      $defs: { place },
      properties,
      required: Object.keys(properties),
    })
    expect(sendable).toMatchObject({
      $defs: {
        $defs_place: { properties: { city: { type: ['string', 'null'] } }, additionalProperties: false },
      },
      properties: { p0: { $ref: '#/$defs/$defs_place' }, p19: { $ref: '#/$defs/$defs_place' } },
    })
    expect(isTaken(sendable)).toBe(true)
  })

  test.each(Object.entries(reports))('takes the schema of %s', (_, schema) => {
    expect(isTaken(toSendableSchema(toOutputSchema(schema)))).toBe(true)
  })

  test('leaves the schema of the caller as it was', () => {
    const schema = of(z.object({ n: z.number().min(1) }))
    const before = structuredClone(schema)
    toSendableSchema(schema)
    expect(schema).toEqual(before)
  })
})

describe('what cannot be sent is a bad request that says what to do', () => {
  type Tree = { children: Tree[] }
  const tree: z.ZodType<Tree> = z.object({ children: z.array(z.lazy(() => tree)) })
  const object = (property: JsonSchema) => ({
    type: 'object',
    properties: { it: property },
    required: ['it'],
  })

  test.each<[string, JsonSchema, RegExp]>([
    ['a list', { type: 'array', items: { type: 'string' } }, /not an object/],
    ['recursion', of(tree), /recursive: unroll/],
    ['recursion through a definition', of(z.object({ tree })), /recursive/],
    [
      'a map',
      of(z.object({ prices: z.record(z.string(), z.number()) })),
      /"prices" is a map.*list of objects/,
    ],
    ['an object of anything', of(z.object({ it: z.looseObject({}) })), /map/],
    ['a tuple', of(z.object({ pair: z.tuple([z.number(), z.number()]) })), /tuple/],
    ['anything', of(z.object({ it: z.unknown() })), /"it" is without a type/],
    ['a list of anything', object({ type: 'array' }), /"it.items" is without a type/],
    ['an intersection', object({ allOf: [object({ type: 'string' }), object({ type: 'null' })] }), /merge/],
    ['a negation', object({ not: { type: 'string' } }), /negation/],
    ['a choice among objects', object({ enum: [{ a: 1 }] }), /choice/],
    ['an object or null by type list', object({ type: ['object', 'null'] }), /anyOf/],
    ['a foreign reference', object({ $ref: 'https://example.com/schema' }), /reference/],
    [
      'too many optional properties',
      of(
        z.object(
          Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`p${index}`, z.optional(z.string())])),
        ),
      ),
      /25 properties are optional/,
    ],
    [
      'too many unions',
      of(
        z.object(
          Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`p${index}`, z.nullable(z.string())])),
        ),
      ),
      /17 values have several types/,
    ],
    ['too much text', of(z.object({ it: z.string().describe('x'.repeat(100_001)) })), /characters/],
    [
      'too many parts',
      {
        type: 'object',
        properties: Object.fromEntries(
          Array.from({ length: 2_000 }, (_, index) => [`p${index}`, { type: 'string' }]),
        ),
      },
      /parts/,
    ],
  ])('%s', (_, schema, expected) => {
    expect(() => toSendableSchema(schema)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
    expect(() => toSendableSchema(schema)).toThrow(expected)
  })

  test('references that double at each step are too large, at once', () => {
    const steps = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `d${index}`,
        object({ anyOf: [{ $ref: `#/$defs/d${index + 1}` }, { $ref: `#/$defs/d${index + 1}` }] }),
      ]),
    )
    const $defs = { ...steps, d60: { type: 'string' } }
    expect(() => toSendableSchema({ ...object({ $ref: '#/$defs/d0' }), $defs })).toThrow(/too large/)
  })
})

test('whatever goes out, the API takes', () => {
  const leaf = fc.constantFrom(
    z.string().min(1),
    z.number().gt(0),
    z.int(),
    z.boolean(),
    z.null(),
    z.literal('a'),
    z.enum(['a', 'b']),
    z.iso.datetime(),
    z.url(),
    z.unknown(),
    z.record(z.string(), z.string()),
  )
  const { schema } = fc.letrec<{ schema: z.ZodType; object: z.ZodType }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small' },
      leaf,
      tie('object'),
      tie('schema').map((items) => z.array(items).min(2)),
      tie('schema').map((inner) => z.nullable(inner)),
      fc.tuple(tie('schema'), tie('schema')).map((variants) => z.union(variants)),
    ),
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('schema')).map((shape) => z.object(shape)),
  }))
  let sent = 0
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('p', 'q', 'r'), schema), (shape) => {
      let sendable: JsonSchema
      try {
        sendable = toSendableSchema(of(z.object(shape)))
      } catch {
        return true
      }
      sent += 1
      return isTaken(sendable)
    }),
    { numRuns: 250 },
  )
  expect(sent).toBeGreaterThan(50)
})
