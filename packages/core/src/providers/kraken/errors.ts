import {
  BadRequestError,
  RateLimitError,
  type StarkMatterError,
  UnknownSymbolError,
  UpstreamError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'kraken'

/** Kraken's refusals come under HTTP 200, as `{ "error": ["EQuery:Unknown asset pair"] }`. */
export function krakenError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  const body = response.ok ? response.json(provider) : jsonOrUndefined(response)
  const errors = isJsonObject(body) && Array.isArray(body.error) ? body.error : []
  const said = errors.map(String).find((text) => text.startsWith('E'))
  return (said && errorOf(said, query.symbol)) || statusError(provider, response, query.now)
}

function errorOf(said: string, symbol = ''): StarkMatterError {
  if (said === 'EQuery:Unknown asset pair') return new UnknownSymbolError(symbol, { provider })
  if (/rate limit|too many requests/i.test(said)) {
    return new RateLimitError('kraken refuses more requests for now. Ask less often.', { provider })
  }
  if (said.startsWith('EGeneral:Invalid')) {
    return new BadRequestError(`kraken does not accept the request: ${said}`, { provider })
  }
  return new UpstreamError(`kraken failed: ${said}. Try again later.`, { provider })
}
