import { UnknownSymbolError } from '../../errors/index.ts'
import type { SymbolMatch } from '../../market/index.ts'
import type { Credential, CredentialFlow, HttpResponse, SearchQuery } from '../../provider/index.ts'
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

/** Companies whose ticker begins with the text or whose name holds it: the ticker itself first. */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const text = query.text.trim().toUpperCase()
  const ranked: { rank: number; match: SymbolMatch }[] = []
  for (const [, row] of readBody(response, query).entries()) {
    const ticker = row.at('ticker').text()
    const name = row.at('title').text()
    const instrument = fromSecEdgar(ticker)
    const rank = rankOf(text, ticker, name.toUpperCase())
    if (!instrument || rank === undefined) continue
    ranked.push({ rank, match: { instrument, name, exchange: null, currency: null, score: null, provider } })
  }
  // The list itself is in the order of the companies' size, which a stable sort keeps.
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, query.limit)
    .map(({ match }) => match)
}

function rankOf(text: string, ticker: string, name: string): number | undefined {
  if (ticker === text || ticker === text.replace('.', '-')) return 0
  if (ticker.startsWith(text)) return 1
  return name.includes(text) ? 2 : undefined
}
