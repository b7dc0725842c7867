import type { HttpRequest, HttpResponse, NewsQuery } from '../index.ts'
import { joinNews } from './selectNews.ts'

/**
 * Questions for a venue that takes one symbol at a time: those about several are asked one after the other.
 *
 * @param ask - The request about one symbol, or about none where the question names none.
 */
export function perSymbol(ask: (symbol: string | undefined, query: NewsQuery) => HttpRequest) {
  return {
    request: (query: NewsQuery) => ask(query.symbols[0], query),
    next(_response: HttpResponse, query: NewsQuery, { url }: HttpRequest) {
      // A fragment is never sent: it says at which symbol we are.
      const place = Number(url.split('#')[1] ?? 0) + 1
      const symbol = query.symbols[place]
      if (symbol === undefined) return undefined
      const request = ask(symbol, query)
      return { ...request, url: `${request.url}#${place}` }
    },
    join: joinNews,
  }
}
