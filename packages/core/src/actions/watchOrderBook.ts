import { openFeed } from '../client/live/open-feed.ts'
import { instrumentId } from '../client/live/watch-symbols.ts'
import type { WatchOrderBookOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { OrderBook } from '../market/index.ts'

/**
 * The best levels of one instrument's order book, at every change. Books are checked as far as the venue makes it possible
 * (sequence numbers, checksums, prices that cross) and begun anew where one is wrong, which is told as a `gap`.
 *
 * Whatever is wrong is told by the feed: what passes as a `status`, what is lost as a `gap`, what ends it (BAD_REQUEST and
 * UNSUPPORTED among it) as an `error` event, which its iterator throws.
 */
export function watchOrderBook(
  client: ClientBase & Pick<ClientActions, 'watchOrderBook'>,
  options: WatchOrderBookOptions,
): Subscription<OrderBook> {
  return openFeed<OrderBook>(client, options, instrumentId, ({ startBook }, subscription) =>
    startBook(client, subscription, options),
  )
}
