import { type StarkMatterError, UnknownSymbolError } from '../../errors/index.ts'
import { type HttpResponse, isJsonObject, jsonOrUndefined, statusError } from '../../provider/index.ts'

const provider = 'coinbase'

/** Coinbase's refusal: `{ "error": "NOT_FOUND", "message": "valid product_id is required" }` under a 4xx. */
export function coinbaseError(
  response: HttpResponse,
  query: { now: number; symbol?: string },
): StarkMatterError | undefined {
  const failed = statusError(provider, response, query.now)
  if (!failed || (response.status !== 400 && response.status !== 404)) return failed
  const body = jsonOrUndefined(response)
  const { error, message } = isJsonObject(body) ? body : {}
  const isUnknown = error === 'NOT_FOUND' || /product_?id/i.test(String(message))
  return isUnknown && query.symbol !== undefined ? new UnknownSymbolError(query.symbol, { provider }) : failed
}
