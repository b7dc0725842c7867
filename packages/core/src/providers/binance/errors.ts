import {
  BadRequestError,
  NotEntitledError,
  RateLimitError,
  type StarkMatterError,
  UnknownSymbolError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'binance'

/** Binance's refusal: `{ "code": -1121, "msg": "Invalid symbol." }` under a 4xx; 418 is a ban after too many 429. */
export function binanceError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  if (response.status === 451) {
    return new NotEntitledError('binance does not serve this country (451). Use another provider.', {
      provider,
    })
  }
  const body = response.ok ? response.json(provider) : jsonOrUndefined(response)
  const { code, msg } = isJsonObject(body) ? body : {}
  if (code === -1121) return new UnknownSymbolError(query.symbol ?? '', { provider })
  const failed = statusError(provider, response, query.now)
  if (failed?.code === 'RATE_LIMITED') return failed
  if (code === -1003) {
    return new RateLimitError('binance refuses more requests for now. Ask less often.', { provider })
  }
  if (typeof code === 'number' && code <= -1100 && code > -1200) {
    return new BadRequestError(`binance does not accept the request: ${msg}`, { provider })
  }
  return failed
}
