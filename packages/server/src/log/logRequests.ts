import type { FastifyInstance, FastifyRequest } from 'fastify'
import { traceIdOf, withRequest } from './request-context.ts'

export type RequestLogOptions = {
  /** Who asks, by the id that the log may name. */
  principalOf?: ((request: FastifyRequest) => string | undefined) | undefined
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
  const { principalOf, quietRoutes = ['/healthz', '/readyz', '/metrics'] } = options

  app.addHook('onRequest', ({ id, headers }, reply, done) => {
    const trace = traceIdOf(headers.traceparent)
    reply.header('x-request-id', id)
    withRequest({ 'http.request.id': id, ...(trace !== undefined && { 'trace.id': trace }) }, done)
  })

  app.addHook('onResponse', async (request, { statusCode, elapsedTime }) => {
    const route = request.routeOptions.url ?? 'none'
    if (statusCode < 400 && quietRoutes.includes(route)) return
    const principal = principalOf?.(request)
    const trace = traceIdOf(request.headers.traceparent)
    request.log.info(
      {
        'http.request.method': request.method,
        'http.request.id': request.id,
        ...(trace !== undefined && { 'trace.id': trace }),
        'http.route': route,
        'http.response.status_code': statusCode,
        'event.outcome': statusCode < 500 ? 'success' : 'failure',
        // The schema counts in nanoseconds.
        'event.duration': Math.round(elapsedTime * 1e6),
        ...(principal !== undefined && { 'user.id': principal }),
      },
      `${request.method} ${route} ${statusCode} ${elapsedTime.toFixed(1)} ms`,
    )
  })
}
