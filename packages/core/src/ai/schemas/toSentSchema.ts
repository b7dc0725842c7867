import * as z from 'zod/mini'
import type { JsonSchema } from '../llm/port.ts'

// What vendors of structured output refuse, and how it is said in a description instead.
const limits: Readonly<Record<string, string>> = {
  minLength: 'at least # characters',
  maxLength: 'at most # characters',
  minItems: 'at least # items',
  maxItems: 'at most # items',
  minimum: 'at least #',
  maximum: 'at most #',
  pattern: 'matches #',
}

/** JSON Schema of a zod schema with its limits put into descriptions: they are enforced when the answer is read. */
export function toSentSchema(schema: z.core.$ZodType): JsonSchema {
  return withoutLimits(z.toJSONSchema(schema))
}

function withoutLimits(schema: object): JsonSchema {
  const sent: Record<string, unknown> = {}
  const said: string[] = []
  for (const [key, value] of Object.entries(schema)) {
    const limit = limits[key]
    if (key === '$schema' || key === 'description') continue
    if (limit === undefined) sent[key] = key === 'enum' || key === 'required' ? value : visit(value)
    // Every whole number has these.
    else if (Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER) said.push(limit.replace('#', String(value)))
  }
  const description = [
    ...('description' in schema ? [String(schema.description)] : []),
    ...(said.length > 0 ? [`${said.join(', ')}.`] : []),
  ].join(' ')
  return description === '' ? sent : { ...sent, description }
}

function visit(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(visit)
  return typeof value === 'object' && value !== null ? withoutLimits(value) : value
}
