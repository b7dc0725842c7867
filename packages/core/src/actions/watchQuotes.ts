import { watchSymbols } from '../client/live/watch-symbols.ts'
import type { WatchSymbolsOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { Quote } from '../market/index.ts'

/**
 * Quotes as they change. Symbols may come from different providers.
 *
 * Whatever is wrong is told by the feed: what passes as a `status`, what is lost as a `gap`, what ends it (BAD_REQUEST and
 * UNSUPPORTED among it) as an `error` event, which its iterator throws.
 * @example
 * for await (const quote of watchQuotes(client, { symbols: ['BTC-USD', 'ETH-USD'] })) console.log(quote.last)
 */
export function watchQuotes(
  client: ClientBase & Pick<ClientActions, 'watchQuotes'>,
  options: WatchSymbolsOptions,
): Subscription<Quote> {
  return watchSymbols(client, 'quotes', options)
}
