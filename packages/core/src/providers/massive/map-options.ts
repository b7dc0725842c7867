import { type OptionChain, type OptionContract, option } from '../../market/index.ts'
import {
  digitsOf,
  type HttpResponse,
  type OptionChainQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { readBody, rowsOf } from './schema.ts'

/** One page of a chain: contracts in the order of their expiry. */
export function readOptionChain(response: HttpResponse, query: OptionChainQuery): OptionChain {
  const wires = rowsOf(readBody(response, query))
  const contracts = wires.map((wire) => toContract(wire, query))
  const price = wires[0]?.at('underlying_asset').maybe('price').numberOrNull() ?? null
  return chainOf(contracts, price, query)
}

/** All pages together. Without an expiry in the question the first one is the answer. */
export function joinOptionChains(pages: readonly OptionChain[], query: OptionChainQuery): OptionChain {
  const contracts = pages.flatMap((page) => page.contracts)
  return chainOf(contracts, pages[0]?.underlyingPrice ?? null, query)
}

/** Whether the contracts of the first expiry may go on on the next page. */
export function isOneExpiry(response: HttpResponse, query: OptionChainQuery): boolean {
  return readOptionChain(response, query).expiries.length === 1
}

function chainOf(
  contracts: readonly OptionContract[],
  underlyingPrice: number | null,
  query: OptionChainQuery,
): OptionChain {
  const expiries = [...new Set(contracts.map(({ expiry }) => expiry))].sort()
  return {
    underlying: query.instrument,
    underlyingPrice,
    expiries,
    contracts,
    source: sourceOf('massive', query),
  }
}

function toContract(wire: Wire, query: OptionChainQuery): OptionContract {
  const details = wire.at('details')
  const type = details.at('contract_type').text()
  if (type !== 'call' && type !== 'put') throw details.at('contract_type').unlike('"call" or "put"')
  const right = type === 'call' ? 'C' : 'P'
  const expiry = details.at('expiration_date').date()
  const strike = details.at('strike_price').number()
  const day = wire.at('day').numbers({ close: 'close', volume: 'volume' })
  return {
    instrument: option(query.instrument.symbol, expiry, right, digitsOf(strike) ?? ''),
    expiry,
    right,
    strike,
    last: wire.at('last_trade').maybe('price').numberOrNull() ?? day.close,
    volume: day.volume,
    ...wire.at('last_quote').numbers({ bid: 'bid', ask: 'ask' }),
    ...wire.at('greeks').numbers({ delta: 'delta', gamma: 'gamma', theta: 'theta', vega: 'vega' }),
    ...wire.numbers({ openInterest: 'open_interest', impliedVolatility: 'implied_volatility' }),
    currency: 'USD',
  }
}
