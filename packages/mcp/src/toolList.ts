import { analystTools } from '@starkmatter/core/ai'
import * as z from 'zod/mini'

/** The core's tools have no optional parameters but nullable ones; clients of the protocol may leave these out. */
const described = analystTools.map(({ name, description, input }) => {
  const { properties = {} } = z.toJSONSchema(input)
  const entries = Object.entries(properties).flatMap(([key, value]) =>
    typeof value === 'object' ? [[key, value] as const] : [],
  )
  const nullable = entries.flatMap(([key, { anyOf }]) =>
    anyOf?.some((one) => typeof one === 'object' && one.type === 'null') ? [key] : [],
  )
  return { name, description, properties: Object.fromEntries(entries), nullable }
})

/** The tools as clients are told of them. None changes anything. */
export const toolList = described.map(({ name, description, properties, nullable }) => ({
  name,
  description,
  inputSchema: {
    type: 'object' as const,
    properties,
    required: Object.keys(properties).filter((key) => !nullable.includes(key)),
    additionalProperties: false,
  },
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
}))

/** The input of a call with `null` for what was left out. */
export function withNulls(name: string, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { nullable = [] } = described.find((tool) => tool.name === name) ?? {}
  return { ...Object.fromEntries(nullable.map((key) => [key, null])), ...input }
}
