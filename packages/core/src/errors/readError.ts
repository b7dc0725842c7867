import { NetworkError } from './NetworkError.ts'
import {
  DelistedError,
  InvalidKeyError,
  NoDataError,
  NotEntitledError,
  QuotaExhaustedError,
  RateLimitError,
  RetiredError,
  UpstreamError,
  ValidationError,
} from './provider.ts'
import { AbortedError, BadRequestError, TimeoutError, UnsupportedError } from './request.ts'
import type { StarkMatterError } from './StarkMatterError.ts'
import { UnknownSymbolError } from './UnknownSymbolError.ts'

/**
 * An error again that came as the JSON of one, as the type that it was there. `undefined` for a value that is none.
 *
 * @param origin - Whose error it is where the facts do not say.
 */
export function readError(
  error: Readonly<Record<string, unknown>>,
  origin: string,
  status?: number,
): StarkMatterError | undefined {
  const message = textOf(error.message)
  if (message === undefined) return undefined
  const provider = textOf(error.provider) ?? origin
  switch (error.code) {
    // The gateway's own words for a caller that it does not know, or does not serve.
    case 'UNAUTHENTICATED':
    case 'INVALID_KEY':
      return new InvalidKeyError(message, { provider })
    case 'FORBIDDEN':
    case 'NOT_ENTITLED':
      return new NotEntitledError(message, { provider })
    case 'RATE_LIMITED':
      return new RateLimitError(message, { provider, retryAfterMs: numberOf(error.retryAfterMs) })
    case 'QUOTA_EXHAUSTED':
      return new QuotaExhaustedError(message, { provider, resetsAt: numberOf(error.resetsAt) })
    case 'UNKNOWN_SYMBOL':
      return new UnknownSymbolError(textOf(error.symbol) ?? '', { provider })
    case 'DELISTED':
      return new DelistedError(textOf(error.symbol) ?? '', { provider })
    case 'NO_DATA':
      return new NoDataError(message, { provider })
    case 'RETIRED':
      return new RetiredError(message, { provider })
    case 'UNSUPPORTED':
      return new UnsupportedError(message, { provider })
    case 'BAD_REQUEST': {
      const parameter = textOf(error.parameter)
      return new BadRequestError(message, { provider, ...(parameter !== undefined && { parameter }) })
    }
    case 'NETWORK':
      return new NetworkError(message, { provider })
    case 'TIMEOUT':
      return new TimeoutError(message, { provider, timeoutMs: numberOf(error.timeoutMs) ?? 0 })
    case 'ABORTED':
      return new AbortedError(message, { provider })
    case 'VALIDATION': {
      const [path = '', expected = '', got = ''] = [error.path, error.expected, error.got].map(textOf)
      return new ValidationError({ provider, path, expected, got })
    }
    case 'NOT_FOUND':
      return new BadRequestError(message, { provider })
    default:
      return new UpstreamError(message, { provider, status })
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)
