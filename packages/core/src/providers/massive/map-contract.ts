import { UnknownSymbolError } from '../../errors/index.ts'
import type { Profile } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type ProfileQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { at, type Get } from './context.ts'
import { present, readBody, rowsOf } from './schema.ts'

/** Options and futures are no tickers: each has a list of contracts of its own. */
export function requestContract(get: Get, { instrument, symbol }: ProfileQuery): HttpRequest {
  return instrument.assetClass === 'future'
    ? get('/futures/v1/contracts', { ticker: symbol, limit: 1, sort: 'date.desc' })
    : get(at('/v3/reference/options/contracts', symbol))
}

/** What is known of a contract: its terms are in the instrument already. */
export function readContract(response: HttpResponse, query: ProfileQuery): Profile {
  const body = readBody(response, query)
  if (query.instrument.assetClass !== 'future') {
    const results = body.at('results')
    results.at('ticker').text()
    const { cfi, underlying, exchange } = results.texts({
      cfi: 'cfi',
      underlying: 'underlying_ticker',
      exchange: 'primary_exchange',
    })
    return profileOf(query, { exchange, identifiers: present({ cfi, underlying }) })
  }
  const [contract] = rowsOf(body)
  if (!contract) throw new UnknownSymbolError(query.symbol, { provider: 'massive' })
  contract.at('ticker').text()
  return profileOf(query, futureFacts(contract))
}

function futureFacts(contract: Wire): Partial<Profile> {
  const { name, exchange, product } = contract.texts({
    name: 'name',
    exchange: 'trading_venue',
    product: 'product_code',
  })
  return { name, exchange, identifiers: present({ product }) }
}

function profileOf(query: ProfileQuery, facts: Partial<Profile>): Profile {
  return {
    instrument: query.instrument,
    name: null,
    description: null,
    sector: null,
    industry: null,
    country: null,
    website: null,
    employees: null,
    exchange: null,
    currency: 'USD',
    marketCap: null,
    sharesOutstanding: null,
    identifiers: {},
    source: sourceOf('massive', query),
    ...facts,
  }
}
