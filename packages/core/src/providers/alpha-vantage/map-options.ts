import { NoDataError } from '../../errors/index.ts'
import { type OptionChain, type OptionContract, option } from '../../market/index.ts'
import { type HttpResponse, type OptionChainQuery, sourceOf, type Wire } from '../../provider/index.ts'
import { amountOrNull, readBody } from './schema.ts'

/**
 * The chain as of the last session's end, all expiries in one answer; cut to the expiry that was asked for, or the next one.
 *
 * @throws {NoDataError} there are no options on the symbol, or none of this expiry
 */
export function readOptionChain(response: HttpResponse, query: OptionChainQuery): OptionChain {
  const all = readBody(response, query)
    .at('data')
    .items()
    .map((wire) => toContract(wire, query))
  const expiries = [...new Set(all.map(({ expiry }) => expiry))].sort()
  const wanted = query.expiry ?? expiries[0]
  const contracts = all.filter(({ expiry }) => expiry === wanted)
  if (contracts.length === 0) {
    const what = `options on "${query.symbol}"${query.expiry === undefined ? '' : ` that expire on ${query.expiry}`}`
    throw new NoDataError(`alpha-vantage has no ${what}.`, { provider: 'alpha-vantage' })
  }
  return {
    underlying: query.instrument,
    underlyingPrice: null,
    expiries,
    contracts,
    source: sourceOf('alpha-vantage', query),
  }
}

function toContract(wire: Wire, query: OptionChainQuery): OptionContract {
  const type = wire.at('type')
  if (type.value !== 'call' && type.value !== 'put') throw type.unlike('"call" or "put"')
  const right = type.value === 'call' ? 'C' : 'P'
  const expiry = wire.at('expiration').date()
  const strike = wire.at('strike')
  return {
    instrument: option(query.instrument.symbol, expiry, right, String(strike.decimal('string'))),
    expiry,
    right,
    strike: Number(strike.decimal('number')),
    ...wire.fields(
      {
        last: 'last',
        bid: 'bid',
        ask: 'ask',
        volume: 'volume',
        openInterest: 'open_interest',
        impliedVolatility: 'implied_volatility',
        delta: 'delta',
        gamma: 'gamma',
        theta: 'theta',
        vega: 'vega',
      },
      amountOrNull,
    ),
    currency: null,
  }
}
