import type { APIError } from '@anthropic-ai/sdk'
import {
  BadRequestError,
  InvalidKeyError,
  NetworkError,
  NotEntitledError,
  QuotaExhaustedError,
  RateLimitError,
  StarkMatterError,
  UpstreamError,
} from '../../errors/index.ts'
import { provider, type Sdk } from './sdk.ts'

/** One failed attempt: what to tell the caller, and what the vendor said about trying again. */
export type Failure = {
  error: StarkMatterError
  /** Whether the vendor's answer had begun: what had may have been billed. */
  hasBegun: boolean
  /** `x-should-retry`, where it was sent. */
  shouldRetry: boolean | undefined
  /** At least this long, where it was said and makes sense. */
  retryAfterMs: number | undefined
}

/** Whatever an attempt threw, as one of our errors. `now` is ms UTC. */
export function readFailure(thrown: unknown, sdk: Sdk, now: number): Failure {
  if (StarkMatterError.is(thrown)) {
    return { error: thrown, hasBegun: true, shouldRetry: undefined, retryAfterMs: undefined }
  }
  if (!(thrown instanceof sdk.APIError)) {
    // The connection broke in the middle of an answer, or the answer is not what the API sends.
    const error = new UpstreamError('The answer of Claude broke off or cannot be read. Ask again.', {
      provider,
      cause: thrown,
    })
    return { error, hasBegun: true, shouldRetry: undefined, retryAfterMs: undefined }
  }
  const retryAfterMs = retryAfter(thrown.headers, now)
  const header = thrown.headers?.get('x-should-retry')
  const shouldRetry = header === 'true' ? true : header === 'false' ? false : undefined
  return {
    error: toError(thrown, sdk, retryAfterMs),
    hasBegun: thrown.status === undefined && !(thrown instanceof sdk.APIConnectionError),
    shouldRetry,
    retryAfterMs,
  }
}

/** The error of one request of a batch, or of an event in a stream: it has a type, but no status. */
export function errorOfType(type: string | null, said: string, details: Details = {}): StarkMatterError {
  const { status, retryAfterMs, cause } = details
  const facts = { provider, cause }
  switch (type) {
    case 'authentication_error':
      return new InvalidKeyError(`Claude does not accept the key. Check it in the Console. ${said}`, facts)
    case 'permission_error':
      return new NotEntitledError(`This key may not do that. Ask for access to the model. ${said}`, facts)
    case 'billing_error':
      return new QuotaExhaustedError(`The account has no credit left. Add some. ${said}`, facts)
    case 'rate_limit_error':
      return new RateLimitError(`Claude was called too often. Wait, or ask for a higher limit. ${said}`, {
        ...facts,
        retryAfterMs,
      })
    case 'invalid_request_error':
    case 'request_too_large':
    case 'not_found_error':
      return new BadRequestError(`Claude cannot take this request. ${said}`, facts)
    default:
      return new UpstreamError(`Claude could not answer just now. Ask again later. ${said}`, {
        ...facts,
        status,
        retryAfterMs,
      })
  }
}

type Details = { status?: number | undefined; retryAfterMs?: number | undefined; cause?: unknown }

const typeOfStatus: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  412: 'invalid_request_error',
  413: 'request_too_large',
  422: 'invalid_request_error',
  429: 'rate_limit_error',
  431: 'request_too_large',
}

function toError(thrown: APIError, sdk: Sdk, retryAfterMs: number | undefined): StarkMatterError {
  if (thrown instanceof sdk.APIConnectionError) {
    return new NetworkError('Claude cannot be reached. Check the network and baseURL.', {
      provider,
      cause: thrown,
    })
  }
  const { status, apiMessage, requestID, errorCode } = thrown
  const said = [apiMessage, requestID ? `(${requestID})` : ''].filter(Boolean).join(' ')
  // Limits of spending come as 400, 402 and 429; waiting does not help.
  if (errorCode?.endsWith('spend_limit_reached')) {
    return new QuotaExhaustedError(
      `The account's spending limit is reached. Raise it in the Console. ${said}`,
      {
        provider,
        cause: thrown,
      },
    )
  }
  // The status says what the body may not, when a proxy answered.
  const type =
    status === undefined
      ? thrown.type
      : (typeOfStatus[status] ?? (status < 408 ? 'invalid_request_error' : null))
  return errorOfType(type, said, { status, retryAfterMs, cause: thrown })
}

/** Waiting that a vendor asked for: milliseconds, seconds or a date. Nonsense is as good as nothing. */
function retryAfter(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (milliseconds >= 0) return milliseconds
  const text = headers?.get('retry-after')?.trim() ?? ''
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (seconds >= 0) return seconds * 1000
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return date > now ? date - now : undefined
}
