import type { FastifyInstance } from 'fastify'
import { AccessError } from '../identity/AccessError.ts'
import { isAllowedOrigin } from './origins.ts'

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * What pages of other hosts may do: read answers, and ask first (`OPTIONS`) what they may send, where their origin is
 * allowed. One that is not allowed changes nothing, whatever the browser would let through: a form needs no permission.
 */
export function guardAgainstPages(app: FastifyInstance, allowedOrigins: readonly string[]): void {
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    const { origin, host } = headers
    if (origin === undefined) return
    if (!isAllowedOrigin(origin, host, allowedOrigins)) {
      if (safeMethods.includes(method)) return
      throw new AccessError('FORBIDDEN', `Pages of ${JSON.stringify(origin)} may not change anything here.`)
    }
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'retry-after',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Origin',
    })
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return
    reply.headers({
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    })
    return reply.code(204).send()
  })
}
