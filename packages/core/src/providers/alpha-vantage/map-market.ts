import type { MarketStatus } from '../../market/index.ts'
import { type HttpResponse, type MarketStatusQuery, sourceOf } from '../../provider/index.ts'
import { readBody } from './schema.ts'

// MIC, or a market without one, and the words by which a row of the status table is found.
const markets: Readonly<Record<string, readonly [type: string, region: string]>> = {
  XNYS: ['Equity', 'United States'],
  XNAS: ['Equity', 'United States'],
  ARCX: ['Equity', 'United States'],
  XTSE: ['Equity', 'Canada'],
  XLON: ['Equity', 'United Kingdom'],
  XETR: ['Equity', 'Germany'],
  XPAR: ['Equity', 'France'],
  XTKS: ['Equity', 'Japan'],
  XHKG: ['Equity', 'Hong Kong'],
  XSHG: ['Equity', 'Mainland China'],
  XNSE: ['Equity', 'India'],
  FX: ['Forex', 'Global'],
  CRYPTO: ['Cryptocurrency', 'Global'],
}

export function marketOf(market: string): readonly [type: string, region: string] | undefined {
  return markets[market.toUpperCase()]
}

export function readMarketStatus(response: HttpResponse, query: MarketStatusQuery): MarketStatus {
  const table = readBody(response, query).at('markets')
  const [type, region] = marketOf(query.market) ?? []
  const row = table
    .items()
    .find((wire) => wire.at('market_type').text() === type && wire.at('region').text() === region)
  if (!row) throw table.unlike(`a row for ${type} in ${region}`)
  const state = row.at('current_status').text()
  if (state !== 'open' && state !== 'closed') throw row.at('current_status').unlike('"open" or "closed"')
  return {
    market: query.market,
    state,
    time: query.now,
    nextChange: null,
    source: sourceOf('alpha-vantage', query),
  }
}
