import { watchSymbols } from '../client/live/watch-symbols.ts'
import type { WatchOrderBookOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { InvalidParameterError } from '../errors/index.ts'
import type { OrderBook } from '../market/index.ts'

/**
 * The best levels of one instrument's order book, at every change. Books are checked as far as the venue makes it possible
 * (sequence numbers, checksums, prices that cross) and begun anew where one is wrong, which is told as a `gap`.
 *
 * @throws {StarkMatterError} BAD_REQUEST or UNSUPPORTED, at once; what happens later is a status, a gap or an error event
 */
export function watchOrderBook(
  client: ClientBase & Pick<ClientActions, 'watchOrderBook'>,
  options: WatchOrderBookOptions,
): Subscription<OrderBook> {
  const { symbol, depth = 20, ...rest } = options
  if (!Number.isInteger(depth) || depth < 1) {
    throw new InvalidParameterError('depth', 'a whole number of at least 1', depth)
  }
  return watchSymbols(client, 'book', { ...rest, symbols: [symbol] }, depth)
}
