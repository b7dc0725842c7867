import type { FastifyInstance, FastifyReply } from 'fastify'
import { type ErrorAnswer, toErrorAnswer } from './errors.ts'

/** The request that met an error, without what its caller sent. */
export type FaultFacts = { method: string; route: string; request: string }

/** Told of an error that nobody expected. */
export type FaultListener = (error: unknown, facts: FaultFacts) => void

/**
 * Answers errors of an application as the gateway answers its own: by code, and without a word about its inside where nobody
 * expected them. Those are told to `onFault`.
 *
 * @example
 * answerErrors(app, (error, facts) => log.pino.error({ err: error, starkmatter: facts }, 'A request failed'))
 */
export function answerErrors(app: FastifyInstance, onFault: FaultListener): void {
  app.setErrorHandler((error, { method, routeOptions, id }, reply) => {
    const answer = toErrorAnswer(error)
    if (answer.status === 500) onFault(error, { method, route: routeOptions.url ?? 'none', request: id })
    return sendError(reply, answer)
  })
}

export function sendError(reply: FastifyReply, { status, body, retryAfterSeconds }: ErrorAnswer) {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(status).send(body)
}

/** Why, for a log. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
