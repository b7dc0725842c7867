import type { Profile, SymbolMatch } from '../../market/index.ts'
import {
  type HttpResponse,
  type ProfileQuery,
  rankMatches,
  type SearchQuery,
  sourceOf,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { fromAlpaca } from './symbols.ts'

/**
 * `[{ class, exchange, symbol, name, status, … }]`, all that is listed in one class.
 *
 * @see https://docs.alpaca.markets/docs/working-with-assets
 */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const listed = readBody(response, query)
    .items()
    .flatMap((asset): SymbolMatch[] => {
      const instrument = fromAlpaca(asset.at('symbol').text())
      if (!instrument) return []
      return [
        {
          instrument,
          name: asset.at('name').textOrNull(),
          exchange: asset.at('exchange').textOrNull(),
          currency: 'quote' in instrument ? instrument.quote : 'USD',
          score: null,
          provider: 'alpaca',
        },
      ]
    })
  return rankMatches(listed, query)
}

/** Shares and pairs have a list each. */
export function joinMatches(pages: readonly SymbolMatch[][], query: SearchQuery): SymbolMatch[] {
  return rankMatches(pages.flat(), query)
}

/** What the list of assets says of one: it is no description of a company. */
export function readProfile(response: HttpResponse, query: ProfileQuery): Profile {
  const asset = readBody(response, query)
  asset.at('symbol').text()
  const { cusip, ...facts } = asset.texts({ name: 'name', exchange: 'exchange', cusip: 'cusip' })
  return {
    instrument: query.instrument,
    ...facts,
    description: null,
    sector: null,
    industry: null,
    country: null,
    website: null,
    employees: null,
    currency: 'quote' in query.instrument ? query.instrument.quote : 'USD',
    marketCap: null,
    sharesOutstanding: null,
    identifiers: cusip === null ? {} : { cusip },
    source: sourceOf('alpaca', query),
  }
}
