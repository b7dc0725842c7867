import { BadRequestError } from '@starkmatter/core'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod'

/** One GET route: what it takes, what it answers, and how. The OpenAPI document is made of these. */
export type Route<query extends z.ZodType = z.ZodType> = {
  path: string
  summary: string
  query: query
  response: z.ZodType
  /** Answers JSON text, so that rows which the database wrote are not parsed in between. */
  answer(query: z.output<query>, signal: AbortSignal): Promise<string>
}

/** Keeps a route's query type from its schema to its answer. */
export function defineRoute<query extends z.ZodType>(route: Route<query>): Route<query> {
  return route
}

/** Serves a route. Its signal is aborted when the caller goes away. */
export function addRoute<query extends z.ZodType>(app: FastifyInstance, route: Route<query>): void {
  app.get(route.path, async (request, reply) => {
    const query = readQuery(route.query, request.query)
    const abort = new AbortController()
    reply.raw.on('close', () => abort.abort())
    const text = await route.answer(query, abort.signal)
    return reply.type('application/json; charset=utf-8').send(text)
  })
}

/**
 * @throws {BadRequestError} naming the first parameter that is not right
 */
export function readQuery<query extends z.ZodType>(schema: query, input: unknown): z.output<query> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    throw new BadRequestError(`There is no parameter ${JSON.stringify(key)}.`, { parameter: key })
  }
  const parameter = String(issue?.path[0] ?? '')
  const isMissing = typeof input === 'object' && input !== null && !(parameter in input)
  throw new BadRequestError(
    isMissing ? `"${parameter}" is missing.` : `"${parameter}" is not right: ${issue?.message ?? 'invalid'}.`,
    { parameter },
  )
}
