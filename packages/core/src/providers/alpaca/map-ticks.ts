import type { NumericMode, OrderBook, Trade } from '../../market/index.ts'
import {
  digitsOf,
  type HttpResponse,
  nanosecondsOf,
  type OrderBookQuery,
  type TradesQuery,
  Wire,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { tradeId } from './trade-id.ts'

/** Trades, oldest first, with their nanoseconds to the last digit. */
export function readTrades(response: HttpResponse, query: TradesQuery): Trade<NumericMode>[] {
  const trades = readBody(response, query, true).at('trades')
  if (trades.keys().length === 0) return []
  const page = trades
    .at(query.symbol)
    .items()
    .map((wire) => toTrade(wire, query))
  return query.fromEnd ? page.reverse() : page
}

/** How many trades a page has. */
export function countTrades(response: HttpResponse, symbol: string): number {
  const trades = new Wire('alpaca', response.json('alpaca')).at('trades')
  return trades.at(symbol).itemsOrNone().length
}

export function toTrade(
  wire: Wire,
  { instrument, numeric }: Pick<TradesQuery, 'instrument' | 'numeric'>,
): Trade<NumericMode> {
  const stamp = wire.at('t')
  const timeNs = nanosecondsOf(stamp.text())
  if (timeNs === undefined) throw stamp.unlike('an RFC 3339 time')
  const id = wire.at('i').numberOrNull() === null ? undefined : digitsOf(wire.at('i').value)
  const venue = wire.at('x').textOrNull()
  const taker = wire.at('tks').textOrNull()
  const conditions = conditionsOf(wire.at('c'))
  return {
    instrument,
    // From the digits: a double of this size is off by up to 128 ns, enough to round into the next ms.
    time: Number(timeNs.slice(0, -6)),
    timeNs,
    price: wire.at('p').numeric(numeric),
    size: wire.at('s').numeric(numeric),
    ...(id !== undefined && { id: tradeId(venue ?? undefined, id) }),
    ...(taker !== null && { takerSide: taker === 'B' ? 'buy' : 'sell' }),
    ...(conditions.length > 0 && { conditions }),
    ...(venue !== null && { venue }),
  }
}

/** Shares have a list of conditions, options a single one. */
function conditionsOf(wire: Wire): string[] {
  if (typeof wire.value === 'string') return [wire.text()]
  return wire.itemsOrNone().map((condition) => condition.text())
}

export function readOrderBook(response: HttpResponse, query: OrderBookQuery): OrderBook<NumericMode> {
  const book = readBody(response, query, query.numeric === 'string')
    .at('orderbooks')
    .at(query.symbol)
  const side = (name: string) =>
    book
      .at(name)
      .items()
      .slice(0, query.depth)
      .map((level) => [level.at('p').numeric(query.numeric), level.at('s').numeric(query.numeric)] as const)
  return { instrument: query.instrument, time: book.at('t').instant(), bids: side('b'), asks: side('a') }
}
