import { watchSymbols } from '../client/live/watch-symbols.ts'
import type { WatchSymbolOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { OrderBook } from '../market/index.ts'

/**
 * The order book of one instrument, whole at every change.
 *
 * @throws {StarkMatterError} BAD_REQUEST or UNSUPPORTED, at once; what happens later is a status, a gap or an error event
 */
export function watchOrderBook(
  client: ClientBase & Pick<ClientActions, 'watchOrderBook'>,
  options: WatchSymbolOptions,
): Subscription<OrderBook> {
  const { symbol, ...rest } = options
  return watchSymbols<OrderBook>(
    client,
    {
      channel: 'book',
      isState: true,
      keyOf: ({ instrument }) => instrument.id,
      itemOf: (event) => (event.type === 'book' ? event.book : undefined),
    },
    { ...rest, symbols: [symbol] },
  )
}
