import { type OptionChain, type OptionContract, parseOptionSymbol } from '../../market/index.ts'
import {
  type HttpRequest,
  type HttpResponse,
  type OptionChainQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { nextPage, readBody } from './schema.ts'

/**
 * One page of a chain. Contracts come in the order of their symbols, which is that of their expiries: where no expiry was
 * asked for, one that may go on on a page that is not asked for is left out.
 */
export function readOptionChain(response: HttpResponse, query: OptionChainQuery): OptionChain {
  const body = readBody(response, query)
  const contracts = contractsOf(body)
  const expiries = expiriesOf(contracts)
  const isCut = query.expiry === undefined && !body.at('next_page_token').isAbsent && expiries.length > 1
  return chainOf(isCut ? contracts.filter(({ expiry }) => expiry !== expiries.at(-1)) : contracts, query)
}

/** The next page: all of one expiry, or until the first expiry is complete. */
export function nextOptions(
  response: HttpResponse,
  query: OptionChainQuery,
  request: HttpRequest,
): HttpRequest | undefined {
  const isDone = query.expiry === undefined && expiriesOf(contractsOf(readBody(response, query))).length > 1
  return isDone ? undefined : nextPage(response, request)
}

export function joinOptionChains(pages: readonly OptionChain[], query: OptionChainQuery): OptionChain {
  return chainOf(
    pages.flatMap(({ contracts }) => contracts),
    query,
  )
}

function contractsOf(body: Wire): OptionContract[] {
  return body
    .at('snapshots')
    .entries()
    .map(([symbol, wire]) => toContract(symbol, wire))
}

function expiriesOf(contracts: readonly OptionContract[]): string[] {
  return [...new Set(contracts.map(({ expiry }) => expiry))].sort()
}

function chainOf(contracts: readonly OptionContract[], query: OptionChainQuery): OptionChain {
  return {
    underlying: query.instrument,
    underlyingPrice: null,
    expiries: expiriesOf(contracts),
    contracts,
    source: sourceOf('alpaca', query),
  }
}

function toContract(symbol: string, wire: Wire): OptionContract {
  const instrument = parseOptionSymbol(symbol)
  if (!instrument) throw wire.unlike('a snapshot under an option symbol')
  const { expiry, right, strike } = instrument
  const quote = wire.at('latestQuote')
  return {
    instrument,
    expiry,
    right,
    strike: Number(strike),
    last: wire.at('latestTrade').maybe('p').numberOrNull(),
    bid: quote.maybe('bp').numberOrNull(),
    ask: quote.maybe('ap').numberOrNull(),
    volume: wire.at('dailyBar').maybe('v').numberOrNull(),
    openInterest: null,
    impliedVolatility: wire.at('impliedVolatility').numberOrNull(),
    ...wire.at('greeks').numbers({ delta: 'delta', gamma: 'gamma', theta: 'theta', vega: 'vega' }),
    currency: 'USD',
  }
}
