import { watchSymbols } from '../client/live/watch-symbols.ts'
import type { WatchSymbolsOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { Trade } from '../market/index.ts'

/**
 * Single trades as they happen, each once and in order. What a break hid is fetched where the provider has a history of
 * trades, before anything newer is told; what cannot be had is told as a `gap`.
 *
 * Whatever is wrong is told by the feed: what passes as a `status`, what is lost as a `gap`, what ends it (BAD_REQUEST and
 * UNSUPPORTED among it) as an `error` event, which its iterator throws.
 */
export function watchTrades(
  client: ClientBase & Pick<ClientActions, 'watchTrades'>,
  options: WatchSymbolsOptions,
): Subscription<Trade> {
  return watchSymbols(client, 'trades', options)
}
