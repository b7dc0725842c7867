import {
  BadRequestError,
  InvalidKeyError,
  NoDataError,
  RateLimitError,
  type StarkMatterError,
  UnknownSymbolError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'yahoo'

/**
 * Yahoo's refusal, whatever its form: a code in an envelope, a bare text, an XML page, or only a status.
 *
 * @throws {ValidationError} the status says that all is well, and the body is no JSON
 */
export function yahooError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  if (/^\s*too many requests/i.test(response.text)) {
    const limited = response.status === 429 ? statusError(provider, response, query.now) : undefined
    return limited ?? new RateLimitError('yahoo refuses more requests for now. Ask less often.', { provider })
  }
  const said = findError(response.ok ? response.json(provider) : jsonOrUndefined(response))
  return (said && errorOf(said, response.status, query.symbol)) ?? statusError(provider, response, query.now)
}

type Said = { code: string; description: string }

/** `{ <endpoint>: { result: null, error: { code, description } } }` */
function findError(body: unknown): Said | undefined {
  if (!isJsonObject(body)) return undefined
  for (const envelope of Object.values(body)) {
    const error = isJsonObject(envelope) ? envelope.error : undefined
    if (isJsonObject(error))
      return { code: String(error.code ?? ''), description: String(error.description ?? '') }
  }
  return undefined
}

function errorOf({ code, description }: Said, status: number, symbol = ''): StarkMatterError | undefined {
  if (/unauthorized/i.test(code) || /invalid (crumb|cookie)/i.test(description)) {
    return new InvalidKeyError('yahoo does not accept the session (crumb and cookie). Obtain a new one.', {
      provider,
    })
  }
  if (/no fundamentals data/i.test(description) || /data doesn.t exist for/i.test(description)) {
    return new NoDataError(`yahoo has no such data for "${symbol}".`, { provider })
  }
  if (/not found/i.test(code)) {
    const hint = 'It may be delisted. Check the spelling, or look it up with searchSymbols.'
    return new UnknownSymbolError(symbol, { provider, hint })
  }
  if (status === 400 || status === 422 || /bad request|unprocessable|argument/i.test(code)) {
    return new BadRequestError(`yahoo does not accept the request: ${description || code}`, { provider })
  }
  return undefined
}
