import { UnknownSymbolError } from '../errors/index.ts'
import type { AssetClass, NumericMode, Quote } from '../market/index.ts'
import type { HttpRequest, HttpResponse } from './http-message.ts'
import type { HttpOperation } from './operation.ts'
import type { QuotesQuery } from './query.ts'

export type QuotesByClass = {
  provider: string
  /** In the order of asking; those of one list share an address. */
  classes: readonly (readonly AssetClass[])[]
  /** The request about symbols of classes that share an address, of which the first is told. */
  request(symbols: readonly string[], assetClass: AssetClass): HttpRequest
  /** The quotes of one answer; symbols that the venue does not know are left out. */
  parse(response: HttpResponse, query: QuotesQuery): readonly Quote<NumericMode>[]
}

/**
 * Quotes of a venue that has several addresses, by class of instrument: a mixture is asked for in turn.
 *
 * @throws {UnknownSymbolError} the venue knows none of the symbols
 */
export function quotesByClass(
  venue: QuotesByClass,
): HttpOperation<QuotesQuery, readonly Quote<NumericMode>[]> {
  const requestOf = (symbols: readonly string[], [assetClass = 'equity']: readonly AssetClass[]) =>
    venue.request(symbols, assetClass)
  const requestsOf = ({ symbols, instruments }: QuotesQuery) =>
    venue.classes.flatMap((classes) => {
      const own = symbols.filter((_, index) =>
        classes.some((assetClass) => instruments[index]?.assetClass === assetClass),
      )
      return own.length > 0 ? [requestOf(own, classes)] : []
    })
  const assertSome = (quotes: readonly Quote<NumericMode>[], { symbols }: QuotesQuery) => {
    if (quotes.length === 0) throw new UnknownSymbolError(symbols[0] ?? '', { provider: venue.provider })
    return quotes
  }
  return {
    request: (query) => requestsOf(query)[0] ?? requestOf(query.symbols, venue.classes[0] ?? []),
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
