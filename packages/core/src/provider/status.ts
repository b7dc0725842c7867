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
  const { status } = response
  if (response.ok) return undefined
  if (status === 401)
    return new InvalidKeyError(`${provider} does not accept the key (401). Check it.`, { provider })
  if (status === 402 || status === 403) {
    return new NotEntitledError(
      `${provider} refuses this request (${status}): the plan may not include it.`,
      {
        provider,
      },
    )
  }
  if (status === 429 || status === 418) {
    const retryAfterMs = retryAfter(response.headers.get('retry-after'), now)
    return new RateLimitError(`${provider} refuses more requests for now (${status}). Ask less often.`, {
      provider,
      retryAfterMs,
    })
  }
  if (status === 400 || status === 422) {
    return new BadRequestError(`${provider} does not accept the request (${status}).`, { provider })
  }
  return new UpstreamError(`${provider} answered with HTTP status ${status}. Try again later.`, {
    provider,
    status,
  })
}

/** `Retry-After` in ms: it is either seconds or a date. */
function retryAfter(value: string | null, now: number): number | undefined {
  if (!value) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(value)
  return Number.isNaN(date) || now === 0 ? undefined : Math.max(0, date - now)
}

/** The body as JSON where it is JSON: for error bodies, which may as well be a page or nothing. */
export function jsonOrUndefined(response: HttpResponse): unknown {
  try {
    return response.json()
  } catch {
    return undefined
  }
}
