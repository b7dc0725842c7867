import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type RequestFields, traceIdOf, withRequest } from './request-context.ts'

export type RequestLogOptions = {
  /** Routes whose good answers are not told, as probes would fill the log. @default ['/healthz', '/readyz', '/metrics'] */
  quietRoutes?: readonly string[] | undefined
}

/**
 * Writes one line for each request of an application, at `info`: method, route, status, duration, and who asked. The address itself
 * is never told, as callers put keys into it. Answers name the request in `x-request-id`, and lines that are written on the way
 * name it too.
 *
 * Fastify's own lines are turned off beside it: `logController: new LogController({ disableRequestLogging: true })`. With
 * `genReqId: requestIdOf` and `requestIdHeader: false`, a caller's id is kept where it is a name.
 */
export function logRequests(app: FastifyInstance, options: RequestLogOptions = {}): void {
  const { quietRoutes = ['/healthz', '/readyz', '/metrics'] } = options
  const fieldsOf = new WeakMap<FastifyRequest, RequestFields>()

  app.addHook('onRequest', (request, reply, done) => {
    const trace = traceIdOf(request.headers.traceparent)
    const fields = { 'http.request.id': request.id, ...(trace !== undefined && { 'trace.id': trace }) }
    fieldsOf.set(request, fields)
    reply.header('x-request-id', request.id)
    withRequest(fields, done)
  })

  app.addHook('onResponse', async (request, { statusCode, elapsedTime }) => {
    const route = request.routeOptions.url ?? 'none'
    if (statusCode < 400 && quietRoutes.includes(route)) return
    request.log.info(
      {
        // By itself, as a connection's end may be in no request's context.
        ...fieldsOf.get(request),
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': statusCode,
        'event.outcome': statusCode < 500 ? 'success' : 'failure',
        // The schema counts in nanoseconds.
        'event.duration': Math.round(elapsedTime * 1e6),
      },
      `${request.method} ${route} ${statusCode} ${elapsedTime.toFixed(1)} ms`,
    )
  })
}
