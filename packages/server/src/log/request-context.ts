import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What every line says that is written while a request is answered. */
export type RequestFields = { 'http.request.id': string; 'trace.id'?: string; 'user.id'?: string }

const storage = new AsyncLocalStorage<RequestFields>()

/** The request that is being answered here, however deep in the code. */
export const currentRequest = (): RequestFields | undefined => storage.getStore()

/** Has the lines of the request that is being answered name who asks. */
export function nameCaller(id: string): void {
  const fields = storage.getStore()
  if (fields) fields['user.id'] = id
}

export const withRequest = (fields: RequestFields, run: () => void): void => storage.run(fields, run)

const ids = /^[\w.:-]{1,64}$/
const traces = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/

/**
 * The id that a caller gave its request in `x-request-id`, where it is a plain name of up to 64 characters, else a new one. For
 * Fastify's `genReqId`.
 */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && ids.test(given) ? given : randomUUID()
}

/** The trace that a request belongs to, by the W3C's `traceparent`. */
export function traceIdOf(traceparent: unknown): string | undefined {
  return typeof traceparent === 'string' ? traces.exec(traceparent)?.[1] : undefined
}
