import { NoDataError } from '../../errors/index.ts'
import { type OptionChain, type OptionContract, parseOptionSymbol } from '../../market/index.ts'
import { type HttpResponse, type OptionChainQuery, sourceOf, type Wire } from '../../provider/index.ts'
import { dayOrNull, readResult } from './schema.ts'

/** One expiry's calls and puts, and the list of all expiries. */
export function readOptionChain(response: HttpResponse, query: OptionChainQuery): OptionChain {
  const chain = readResult(response, 'optionChain', query).items()[0]
  if (!chain) throw new NoDataError(`yahoo lists no options on "${query.symbol}".`, { provider: 'yahoo' })
  const contracts = chain
    .at('options')
    .items()
    .flatMap((expiry) => [
      ...expiry.at('calls').items().map(toContract),
      ...expiry.at('puts').items().map(toContract),
    ])
  return {
    underlying: query.instrument,
    underlyingPrice: chain.maybe('quote').maybe('regularMarketPrice').numberOrNull(),
    expiries: chain
      .at('expirationDates')
      .items()
      .map((date) => dayOrNull(date) ?? ''),
    contracts,
    source: sourceOf('yahoo', query),
  }
}

function toContract(wire: Wire): OptionContract {
  const symbol = wire.at('contractSymbol')
  const instrument = parseOptionSymbol(symbol.text())
  if (!instrument) throw symbol.unlike('an option symbol')
  const { expiry, right } = instrument
  return {
    instrument,
    expiry,
    right,
    strike: wire.at('strike').number(),
    ...wire.numbers({
      last: 'lastPrice',
      bid: 'bid',
      ask: 'ask',
      volume: 'volume',
      openInterest: 'openInterest',
      impliedVolatility: 'impliedVolatility',
    }),
    delta: null,
    gamma: null,
    theta: null,
    vega: null,
    currency: wire.at('currency').textOrNull(),
  }
}
