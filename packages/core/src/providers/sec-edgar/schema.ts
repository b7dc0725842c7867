import { NoDataError, RateLimitError } from '../../errors/index.ts'
import { type HttpRequest, type HttpResponse, statusError, Wire } from '../../provider/index.ts'

export const provider = 'sec-edgar'

/** Makes a request to `data.sec.gov`, or to the files of `www.sec.gov`. */
export type EdgarContext = { data(path: string): HttpRequest; file(path: string): HttpRequest }

/** The list of all companies with a ticker. */
export const tickersPath = '/files/company_tickers.json'

/**
 * The body of an answer.
 *
 * @throws {RateLimitError} the SEC has seen too many requests, which it tells by a page under 403
 * @throws {NoDataError} the company has nothing of this kind
 */
export function readBody(response: HttpResponse, query: { now: number }): Wire {
  if (response.status === 403 && /request rate threshold|undeclared automated tool/i.test(response.text)) {
    throw new RateLimitError(
      'sec-edgar refuses for now: too many requests, or a User-Agent that names no contact.',
      { provider },
    )
  }
  if (response.status === 404) throw new NoDataError('sec-edgar has no such data.', { provider })
  const error = statusError(provider, response, query.now)
  if (error) throw error
  return new Wire(provider, response.json(provider))
}
