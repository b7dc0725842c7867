import {
  BadRequestError,
  InvalidKeyError,
  NoDataError,
  NotEntitledError,
  RateLimitError,
  type StarkMatterError,
  UnknownSymbolError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'massive'
const refusals = new Set<unknown>(['ERROR', 'NOT_AUTHORIZED', 'NOT_FOUND'])

/**
 * Massive's refusal: `{ status, error | message }`.
 *
 * A plan that does not cover the request answers `NOT_AUTHORIZED` with a `message`, under the same HTTP status as a bad key
 * may have. The two are told apart here, as one is mended by a new key and the other is not.
 *
 * @throws {ValidationError} the status says that all is well, and the body is no JSON
 */
export function massiveError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  const body = response.ok ? response.json(provider) : jsonOrUndefined(response)
  if (response.ok && !(isJsonObject(body) && refusals.has(body.status))) return undefined
  const { status: word, error, message, request_id: id } = isJsonObject(body) ? body : {}
  const said = String(error ?? message ?? '')
  const about = `${said || 'no reason given'}${typeof id === 'string' ? ` (request ${id})` : ''}`
  const { status } = response
  if (word === 'NOT_AUTHORIZED' || /your plan|not entitled/i.test(said)) {
    return new NotEntitledError(`massive: the plan does not include this. ${about}`, { provider })
  }
  if (status === 429 || /exceeded the maximum requests/i.test(said)) {
    const limited = status === 429 ? statusError(provider, response, query.now) : undefined
    return limited ?? new RateLimitError(`massive refuses more requests for now. ${about}`, { provider })
  }
  if (status === 401 || /api key/i.test(said)) {
    return new InvalidKeyError(`massive does not accept the key. ${about}`, { provider })
  }
  if ((status === 404 || word === 'NOT_FOUND') && isJsonObject(body)) {
    return query.symbol === undefined
      ? new NoDataError(`massive has no such data. ${about}`, { provider })
      : new UnknownSymbolError(query.symbol, { provider })
  }
  if (status === 400 || (response.ok && word === 'ERROR')) {
    return new BadRequestError(`massive does not accept the request. ${about}`, { provider })
  }
  return statusError(provider, response, query.now)
}
