import { UnknownSymbolError } from '../errors/index.ts'
import type { AssetClass, NumericMode, Quote } from '../market/index.ts'
import type { HttpRequest, HttpResponse } from './http-message.ts'
import type { HttpOperation } from './operation.ts'
import type { QuotesQuery } from './query.ts'

export type QuotesByClass = {
  provider: string
  /** In the order of asking. */
  classes: readonly AssetClass[]
  /** The request about the symbols of one class. */
  request(symbols: readonly string[], assetClass: AssetClass): HttpRequest
  /** The quotes of one answer; symbols that the venue does not know are left out. */
  parse(response: HttpResponse, query: QuotesQuery): readonly Quote<NumericMode>[]
}

/**
 * Quotes of a venue that has an address for each class of instrument: a mixture is asked for in turn.
 *
 * @throws {UnknownSymbolError} the venue knows none of the symbols
 */
export function quotesByClass(
  venue: QuotesByClass,
): HttpOperation<QuotesQuery, readonly Quote<NumericMode>[]> {
  const symbolsOf = ({ symbols, instruments }: QuotesQuery, assetClass: AssetClass) =>
    symbols.filter((_, index) => instruments[index]?.assetClass === assetClass)
  const requestsOf = (query: QuotesQuery) =>
    venue.classes.flatMap((assetClass) => {
      const symbols = symbolsOf(query, assetClass)
      return symbols.length > 0 ? [venue.request(symbols, assetClass)] : []
    })
  const assertSome = (quotes: readonly Quote<NumericMode>[], { symbols }: QuotesQuery) => {
    if (quotes.length === 0) throw new UnknownSymbolError(symbols[0] ?? '', { provider: venue.provider })
    return quotes
  }
  return {
    request: (query) => requestsOf(query)[0] ?? venue.request(query.symbols, venue.classes[0] ?? 'equity'),
    parse: (response, query) => {
      const quotes = venue.parse(response, query)
      return requestsOf(query).length > 1 ? quotes : assertSome(quotes, query)
    },
    next: (_response, query, { url }) => {
      const requests = requestsOf(query)
      return requests[requests.findIndex((one) => one.url === url) + 1]
    },
    join: (pages, query) => assertSome(pages.flat(), query),
  }
}
