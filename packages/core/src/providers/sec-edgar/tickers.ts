import { UnknownSymbolError } from '../../errors/index.ts'
import type { SymbolMatch } from '../../market/index.ts'
import {
  type Credential,
  type CredentialFlow,
  type HttpResponse,
  rankMatches,
  type SearchQuery,
} from '../../provider/index.ts'
import { type EdgarContext, provider, readBody, tickersPath } from './schema.ts'
import { fromSecEdgar } from './symbols.ts'

/**
 * What leads from a ticker to the number (CIK) under which EDGAR keeps a company: a list of all of them, which is fetched
 * once a day for all callers, like a session elsewhere.
 */
export function tickerList({ file }: EdgarContext): CredentialFlow {
  return {
    *steps() {
      const list: HttpResponse = yield file(tickersPath)
      const pairs = readBody(list, { now: 0 })
        .entries()
        .map(([, row]) => [row.at('ticker').text(), String(row.at('cik_str').number()).padStart(10, '0')])
      return Object.fromEntries(pairs)
    },
    isRejected: () => false,
    maxAgeMs: 86_400_000,
  }
}

/** @throws {UnknownSymbolError} no company files under this ticker */
export function cikOf(symbol: string, tickers: Credential): string {
  const cik = Object.hasOwn(tickers, symbol) ? tickers[symbol] : undefined
  if (cik === undefined) throw new UnknownSymbolError(symbol, { provider })
  return cik
}

/** Companies whose ticker begins with the text or whose name holds it: the ticker itself first, then the larger ones. */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  // The list itself is in the order of the companies' size.
  const listed = readBody(response, query)
    .entries()
    .flatMap(([, row]): SymbolMatch[] => {
      const name = row.at('title').text()
      const instrument = fromSecEdgar(row.at('ticker').text())
      return instrument ? [{ instrument, name, exchange: null, currency: null, score: null, provider }] : []
    })
  return rankMatches(listed, query)
}
