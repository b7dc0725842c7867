import { analystTools } from '@starkmatter/core/ai'
import * as z from 'zod/mini'

/**
 * What a call means that leaves it out: daily bars, about a month and a half of them, four reports, ten dates, a week of news.
 */
const usual: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  bars: { interval: '1d', rows: 30 },
  indicator: { interval: '1d', rows: 30 },
  screen: { interval: '1d' },
  fundamentals: { rows: 4 },
  calendar: { rows: 10 },
  news_search: { days: 7 },
  sentiment_summary: { days: 7 },
}

/**
 * The core's tools have no optional parameters but nullable ones; clients of the protocol may leave these out, and those that
 * have a usual value.
 */
const described = analystTools.map(({ name, description, input }) => {
  const { properties = {} } = z.toJSONSchema(input)
  const entries = Object.entries(properties).flatMap(([key, value]) =>
    typeof value === 'object' ? [[key, value] as const] : [],
  )
  const nullable = entries.flatMap(([key, { anyOf }]) =>
    anyOf?.some((one) => typeof one === 'object' && one.type === 'null') ? [key] : [],
  )
  const defaults: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(nullable.map((key) => [key, null])),
    ...usual[name],
  }
  return { name, description, properties: Object.fromEntries(entries), defaults }
})

/** The tools as clients are told of them. None changes anything. */
export const toolList = described.map(({ name, description, properties, defaults }) => ({
  name,
  description,
  inputSchema: {
    type: 'object' as const,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, schema]) => [
        key,
        key in defaults ? { ...schema, default: defaults[key] } : schema,
      ]),
    ),
    required: Object.keys(properties).filter((key) => !(key in defaults)),
    additionalProperties: false,
  },
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
}))

/** The input of a call with the default of what was left out. */
export function withDefaults(
  name: string,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { defaults = {} } = described.find((tool) => tool.name === name) ?? {}
  return { ...defaults, ...input }
}
