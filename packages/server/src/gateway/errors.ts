import { BadRequestError, type ErrorCode, redact, StarkMatterError } from '@starkmatter/core'
import { AccessError } from '../identity/AccessError.ts'
import { NotFoundError } from './NotFoundError.ts'

/** The HTTP status of each way to fail, stated once. The vendor's refusal of our key is our trouble, so it is a 502. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  BAD_REQUEST: 400,
  NOT_ENTITLED: 403,
  UNKNOWN_SYMBOL: 404,
  NO_DATA: 404,
  DELISTED: 410,
  RETIRED: 410,
  RATE_LIMITED: 429,
  QUOTA_EXHAUSTED: 429,
  ABORTED: 499,
  UNSUPPORTED: 501,
  INVALID_KEY: 502,
  UPSTREAM: 502,
  NETWORK: 502,
  VALIDATION: 502,
  TIMEOUT: 504,
}

/** What an error looks like outside: facts and a message, without stack, cause or secrets. */
export type ErrorBody = {
  error: {
    /**
     * One of the SDK's codes; `NOT_FOUND` for a path that does not exist or names nothing, `UNAUTHENTICATED` and `FORBIDDEN` for a caller that may
     * not have it, `INTERNAL` for a fault of the gateway.
     */
    code: ErrorCode | AccessError['code'] | 'NOT_FOUND' | 'INTERNAL'
    message: string
    retryable: boolean
    [fact: string]: unknown
  }
}

export type ErrorAnswer = { status: number; body: ErrorBody; retryAfterSeconds?: number }

/** Turns anything that was thrown into an answer. An error that is not ours says nothing about the gateway's inside. */
export function toErrorAnswer(error: unknown): ErrorAnswer {
  if (StarkMatterError.is(error)) return fromStarkMatterError(error)
  if (error instanceof AccessError) {
    const { code, message } = error
    return { status: code === 'FORBIDDEN' ? 403 : 401, body: { error: { code, message, retryable: false } } }
  }
  if (error instanceof NotFoundError) {
    const { code, message } = error
    return { status: 404, body: { error: { code, message, retryable: false } } }
  }
  const httpStatus = httpStatusOf(error)
  if (httpStatus !== undefined && error instanceof Error) {
    return fromStarkMatterError(refusalOf(error, httpStatus), httpStatus)
  }
  const message = 'The gateway failed to answer. Its log says why.'
  return { status: 500, body: { error: { code: 'INTERNAL', message, retryable: true } } }
}

export function notFound(method: string, path: string): ErrorAnswer {
  const message = `There is no ${method} ${path}. The routes are listed at /v1/openapi.json.`
  return { status: 404, body: { error: { code: 'NOT_FOUND', message: redact(message), retryable: false } } }
}

function fromStarkMatterError(error: StarkMatterError, status: number = statusOf[error.code]): ErrorAnswer {
  const { code, message, retryable, provider, attempts } = error
  const facts = publicFacts(error)
  const body: ErrorBody = {
    error: {
      ...facts,
      code,
      message,
      retryable,
      ...(provider !== undefined && { provider }),
      ...(attempts.length > 0 && { attempts }),
    },
  }
  const { retryAfterMs } = facts
  if (typeof retryAfterMs !== 'number') return { status, body }
  return { status, body, retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }
}

// Listed by name, so that a field that somebody adds to an error does not leave the process by itself.
const publicNames = [
  'parameter',
  'symbol',
  'retryAfterMs',
  'resetsAt',
  'timeoutMs',
  'path',
  'expected',
  'got',
  'reason',
  'needed',
  'available',
]

function publicFacts(error: StarkMatterError): Record<string, string | number> {
  const facts: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(error)) {
    if (!publicNames.includes(name)) continue
    if (typeof value === 'string') facts[name] = redact(value)
    if (typeof value === 'number') facts[name] = value
  }
  return facts
}

/** What Fastify refuses by itself: nearly always a body that is none. */
function refusalOf(error: Error, status: number): BadRequestError {
  const code = 'code' in error ? String(error.code) : ''
  if (status === 413) return new BadRequestError('The body is too large.', { parameter: 'body' })
  if (status === 415 || (status === 400 && /^FST_ERR_CTP/.test(code))) {
    const message = 'The body must be JSON, with the header "Content-Type: application/json".'
    return new BadRequestError(message, { parameter: 'body' })
  }
  return new BadRequestError(redact(error.message))
}

/** Fastify's own refusals (a body that is too large, a malformed URL) carry a 4xx status. */
function httpStatusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined
  const { statusCode } = error
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : undefined
}
