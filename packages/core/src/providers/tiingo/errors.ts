import {
  InvalidKeyError,
  NotEntitledError,
  RateLimitError,
  type StarkMatterError,
  UnknownSymbolError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'tiingo'

/** Tiingo's refusal: `{ "detail": "…" }`, or a bare text that begins with "Error:", both at times under HTTP 200. */
export function tiingoError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  const bare = /^\s*"?Error:(.*)/.exec(response.text)?.[1]
  const body = response.ok && bare === undefined ? response.json(provider) : jsonOrUndefined(response)
  const detail = isJsonObject(body) ? body.detail : undefined
  const said = bare ?? (detail === undefined ? undefined : String(detail))
  const known = said === undefined ? undefined : errorOf(said, query.symbol)
  return known ?? statusError(provider, response, query.now)
}

function errorOf(said: string, symbol = ''): StarkMatterError | undefined {
  if (/not found|does not exist/i.test(said)) return new UnknownSymbolError(symbol, { provider })
  if (/run over|allocation|throttl|rate limit/i.test(said)) {
    return new RateLimitError(`tiingo refuses more requests for now. ${said}`, { provider })
  }
  if (/invalid token|authentication credentials|please supply a token/i.test(said)) {
    return new InvalidKeyError(`tiingo does not accept the key. ${said}`, { provider })
  }
  if (/permission|plan|subscri|upgrade|entitle/i.test(said)) {
    return new NotEntitledError(`tiingo: the plan does not include this. ${said}`, { provider })
  }
  return undefined
}
