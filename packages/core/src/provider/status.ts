import {
  BadRequestError,
  InvalidKeyError,
  NotEntitledError,
  RateLimitError,
  type StarkMatterError,
  UpstreamError,
} from '../errors/index.ts'
import type { HttpResponse } from './http-message.ts'

/**
 * The error that an HTTP status alone stands for; `undefined` for a success.
 *
 * Providers look for their own error bodies first, as a body says more than a number.
 */
export function statusError(provider: string, response: HttpResponse, now = 0): StarkMatterError | undefined {
  const { status, headers } = response
  if (response.ok) return undefined
  const facts = { provider, status, retryAfterMs: retryAfter(headers.get('retry-after'), now) }
  switch (status) {
    case 401:
      return new InvalidKeyError(`${provider} does not accept the key (401). Check it.`, facts)
    case 402:
    case 403:
      return new NotEntitledError(
        `${provider} refuses this request (${status}): the plan may not include it.`,
        facts,
      )
    case 418:
    case 429:
      return new RateLimitError(
        `${provider} refuses more requests for now (${status}). Ask less often.`,
        facts,
      )
    case 400:
    case 422:
      return new BadRequestError(`${provider} does not accept the request (${status}).`, facts)
    default:
      return new UpstreamError(`${provider} answered with HTTP status ${status}. Try again later.`, facts)
  }
}

/** `Retry-After` in ms: it is either seconds or a date. */
function retryAfter(value: string | null, now: number): number | undefined {
  const ms = Number(value || Number.NaN) * 1000
  const waitMs = ms >= 0 || !now ? ms : Date.parse(value ?? '') - now
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined
}

/** The body as JSON where it is JSON: for error bodies, which may as well be a page or nothing. */
export function jsonOrUndefined(response: HttpResponse): unknown {
  try {
    return response.json()
  } catch {
    return undefined
  }
}
