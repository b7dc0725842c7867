import {
  BadRequestError,
  InvalidKeyError,
  NotEntitledError,
  type StarkMatterError,
  UnknownSymbolError,
} from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'alpaca'

/**
 * Alpaca's refusal: `{ "message": "…" }`, at times with a `code`. A wrong key is a 403 as well as a 401, and so is a plan that
 * does not include what was asked: the message tells them apart.
 */
export function alpacaError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  if (response.ok) return undefined
  const body = jsonOrUndefined(response)
  const said = isJsonObject(body) ? String(body.message ?? '') : ''
  const { status } = response
  if (/subscription|not permitted|entitle/i.test(said)) {
    return new NotEntitledError(`alpaca: the plan does not include this. ${said}`, { provider })
  }
  if (/invalid symbol|(symbol|asset|underlying).*not found/i.test(said)) {
    return new UnknownSymbolError(query.symbol ?? '', { provider })
  }
  if (status === 401 || status === 403) {
    return new InvalidKeyError(`alpaca does not accept the keys (${status}). Check both.`, { provider })
  }
  if ((status === 400 || status === 422) && said) {
    return new BadRequestError(`alpaca does not accept the request: ${said}`, { provider })
  }
  return statusError(provider, response, query.now)
}
