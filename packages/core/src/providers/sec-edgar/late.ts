import { UnsupportedError } from '../../errors/index.ts'
import type {
  Credential,
  FinancialsQuery,
  HttpRequest,
  NewsQuery,
  ProfileQuery,
} from '../../provider/index.ts'
import { assertFiled, readFinancials } from './map-facts.ts'
import { readFilings, readProfile } from './map-filings.ts'
import { type EdgarContext, provider, tickersPath } from './schema.ts'
import { cikOf, readMatches, tickerList } from './tickers.ts'

/** Everything that this provider does: all of it is asked for rarely. */
export function lateOperations(context: EdgarContext) {
  const submissions = (symbol: string, tickers: Credential) =>
    context.data(`/submissions/CIK${cikOf(symbol, tickers)}.json`)
  return {
    credential: tickerList(context),
    searchSymbols: { request: () => context.file(tickersPath), parse: readMatches },
    getProfile: {
      needsCredential: true,
      request: ({ symbol }: ProfileQuery, tickers: Credential) => submissions(symbol, tickers),
      parse: readProfile,
    },
    getFinancials: {
      needsCredential: true,
      request: (query: FinancialsQuery, tickers: Credential) => {
        assertFiled(query)
        return context.data(`/api/xbrl/companyfacts/CIK${cikOf(query.symbol, tickers)}.json`)
      },
      parse: readFinancials,
    },
    getNews: {
      needsCredential: true,
      request: ({ symbols: [symbol] }: NewsQuery, tickers: Credential): HttpRequest => {
        if (symbol !== undefined) return submissions(symbol, tickers)
        throw new UnsupportedError('sec-edgar has filings of companies. Name one in "symbols".', { provider })
      },
      parse: readFilings,
    },
  }
}
