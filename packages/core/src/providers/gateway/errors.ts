import {
  AbortedError,
  BadRequestError,
  DelistedError,
  InvalidKeyError,
  NetworkError,
  NoDataError,
  NotEntitledError,
  QuotaExhaustedError,
  RateLimitError,
  RetiredError,
  type StarkMatterError,
  TimeoutError,
  UnknownSymbolError,
  UnsupportedError,
  UpstreamError,
  ValidationError,
} from '../../errors/index.ts'
import {
  type HttpResponse,
  isJsonObject,
  type JsonObject,
  jsonOrUndefined,
  statusError,
} from '../../provider/index.ts'

/** Throws the error that an answer stands for; returns when it is data. */
export function assertData(response: HttpResponse, now: number): void {
  if (response.ok) return
  const body = jsonOrUndefined(response)
  const error = isJsonObject(body) && isJsonObject(body.error) ? body.error : undefined
  throw (
    (error && errorOf(error, response.status)) ?? statusError('gateway', response, now) ?? noGateway(response)
  )
}

/** The gateway's own error again, as the type that it was there. `undefined` for a body that is none. */
export function errorOf(error: JsonObject, status?: number): StarkMatterError | undefined {
  const message = textOf(error.message)
  if (message === undefined) return undefined
  const provider = textOf(error.provider) ?? 'gateway'
  switch (error.code) {
    case 'INVALID_KEY':
      return new InvalidKeyError(message, { provider })
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

function noGateway({ status }: HttpResponse): UpstreamError {
  return new UpstreamError(`The gateway answered with HTTP status ${status}. Check its address.`, {
    provider: 'gateway',
    status,
  })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)
