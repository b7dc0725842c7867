import {
  BadRequestError,
  InvalidKeyError,
  QuotaExhaustedError,
  RateLimitError,
  type StarkMatterError,
  UpstreamError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'newsapi'

/** The vendor's own refusal, by its code. */
export function refusal(response: HttpResponse, now: number): StarkMatterError | undefined {
  const body = jsonOrUndefined(response)
  if (!isJsonObject(body) || body.status !== 'error') return undefined
  const { code, message } = body
  const text = `NewsAPI refuses (${String(code)}): ${String(message ?? 'no reason given')}`
  switch (code) {
    case 'apiKeyDisabled':
    case 'apiKeyInvalid':
    case 'apiKeyMissing':
      return new InvalidKeyError(text, { provider })
    case 'apiKeyExhausted':
      return new QuotaExhaustedError(text, { provider })
    case 'rateLimited':
      // The status is 429, and a header may say for how long.
      return statusError(provider, response, now) ?? new RateLimitError(text, { provider })
    case 'unexpectedError':
      return new UpstreamError(text, { provider, status: response.status })
    default:
      return new BadRequestError(text, { provider })
  }
}

/** The plan ends before the results do: what came until here is all that it gives. */
export function isEndOfPlan(response: HttpResponse): boolean {
  const body = jsonOrUndefined(response)
  return isJsonObject(body) && body.code === 'maximumResultsReached'
}
