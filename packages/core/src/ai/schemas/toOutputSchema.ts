import * as z from 'zod/mini'
import { BadRequestError } from '../../errors/index.ts'
import type { JsonSchema } from '../llm/port.ts'
import { isChoice } from '../verify/checkLabel.ts'
import { memberName } from '../verify/verifyReport.ts'
import { claimSchema } from './claimSchema.ts'
import { lengthsOf, nodeOf } from './nodeOf.ts'
import { toSentSchema } from './toSentSchema.ts'

type Any = z.core.$ZodType

/**
 * The JSON Schema that a model is held to. Limits that vendors do not enforce stand in descriptions, and are enforced
 * when the answer is read.
 *
 * @throws {BadRequestError} the schema has a part that cannot be sent, or a number outside a claim; `parameter` is its path
 */
export function toOutputSchema(schema: Any): JsonSchema {
  const node = nodeOf(schema)
  if (node.kind !== 'object' || node.nullable || node.optional)
    throw refuse('', 'The whole report must be a z.object')
  let hasClaims = false
  const top = convert(schema, '', [], () => {
    hasClaims = true
  })
  if (!hasClaims)
    throw refuse(
      '',
      'The report has no place for a claim, so nothing in it could be verified: use claimSchema for every sentence',
    )
  return { ...top, $defs: { claim: toSentSchema(claimSchema) } }
}

function convert(schema: Any, path: string, parents: readonly Any[], onClaim: () => void): JsonSchema {
  const node = nodeOf(schema)
  if (parents.includes(node.schema)) throw refuse(path, 'A schema that contains itself cannot be sent')
  const inner = [...parents, node.schema]
  const about = describe(schema) ?? describe(node.schema)
  let converted: JsonSchema
  if (node.kind === 'claim') {
    onClaim()
    converted = { $ref: '#/$defs/claim' }
  } else if (node.kind === 'object') {
    const properties = Object.entries(node.shape).map(([key, member]) => {
      const where = path === '' ? key : `${path}.${key}`
      // No stored report may have such a name: it would be a heading with a number.
      if (!memberName.test(key))
        throw refuse(where, 'A member is named in up to 64 Latin letters and underscores, without digits')
      return [key, convert(member, where, inner, onClaim)]
    })
    const required = Object.entries(node.shape).filter(([, member]) => !nodeOf(member).optional)
    converted = {
      type: 'object',
      properties: Object.fromEntries(properties),
      required: required.map(([key]) => key),
      additionalProperties: false,
    }
  } else if (node.kind === 'array') {
    const items = convert(node.element, `${path}[]`, inner, onClaim)
    converted = { type: 'array', items, ...limits(node.minimum, node.maximum, 'items') }
  } else converted = convertLeaf(node.schema, path)
  const description = [about, converted.description].filter(Boolean).join(' ')
  const whole = description === '' ? converted : { ...converted, description }
  return node.nullable ? { anyOf: [whole, { type: 'null' }] } : whole
}

function convertLeaf(schema: Any, path: string): JsonSchema {
  if (schema instanceof z.core.$ZodEnum)
    return { type: 'string', enum: wordsOf(Object.values(schema._zod.def.entries), path) }
  if (schema instanceof z.core.$ZodLiteral)
    return { type: 'string', enum: wordsOf(schema._zod.def.values, path) }
  if (schema instanceof z.core.$ZodBoolean) return { type: 'boolean' }
  if (schema instanceof z.core.$ZodString)
    return { type: 'string', ...limits(...lengthsOf(schema), 'characters') }
  if (schema instanceof z.core.$ZodNumber)
    throw refuse(path, 'A model writes no numbers: use claimSchema, whose slots point at them')
  throw refuse(
    path,
    `z.${schema._zod.def.type} cannot be sent to a model: use objects, arrays, strings, enums, booleans, null and claimSchema`,
  )
}

function wordsOf(values: readonly unknown[], path: string): string[] {
  return values.map((value) => {
    if (typeof value !== 'string') throw refuse(path, `${String(value)} is not a text`)
    if (!isChoice(value))
      throw refuse(
        path,
        `"${value}" could not be verified: write choices in lower case, joined by hyphens, without numbers`,
      )
    return value
  })
}

function limits(minimum: number, maximum: number, of: string): { description?: string } {
  const parts = [
    ...(minimum > 0 ? [`at least ${minimum}`] : []),
    ...(maximum < Number.POSITIVE_INFINITY ? [`at most ${maximum}`] : []),
  ]
  return parts.length > 0 ? { description: `${parts.join(' and ')} ${of}.` } : {}
}

function describe(schema: Any): string | undefined {
  return z.globalRegistry.get(schema)?.description
}

function refuse(path: string, why: string): BadRequestError {
  return new BadRequestError(
    `${path === '' ? 'The report schema' : `"${path}" of the report schema`}: ${why}.`,
    {
      parameter: path === '' ? 'schema' : path,
    },
  )
}
