import { BadRequestError } from '@starkmatter/core'
import * as z from 'zod'

/** Of a route that takes no path, query or body of its own. */
export const nothing = z.strictObject({})

/**
 * What a schema reads of one part of a request.
 *
 * @param part - Named where the part as a whole is not right.
 * @throws {BadRequestError} naming the first parameter that is not right: `symbol`, or `legs.0.price` within a body
 */
export function readInput<schema extends z.ZodType>(
  schema: schema,
  input: unknown,
  part: 'path' | 'query' | 'body',
): z.output<schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path ?? []
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const parameter = [...path, key].join('.')
    throw new BadRequestError(`There is no parameter ${JSON.stringify(parameter)}.`, { parameter })
  }
  const parameter = path.length === 0 ? part : path.join('.')
  throw new BadRequestError(
    isMissing(input, path)
      ? `"${parameter}" is missing.`
      : `"${parameter}" is not right: ${issue?.message ?? 'invalid'}.`,
    { parameter },
  )
}

/**
 * A body as its schema reads it; none stands for an empty object.
 *
 * @throws {BadRequestError}
 */
export function readBody<schema extends z.ZodType>(schema: schema, input: unknown): z.output<schema> {
  return readInput(schema, input ?? {}, 'body')
}

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !(key in value)) return true
    value = Reflect.get(value, key)
  }
  return value === undefined
}
