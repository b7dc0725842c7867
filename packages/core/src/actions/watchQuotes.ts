import { watchSymbols } from '../client/live/watch-symbols.ts'
import type { WatchSymbolsOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { Quote } from '../market/index.ts'

/**
 * Quotes as they change. Symbols may come from different providers.
 *
 * @throws {StarkMatterError} BAD_REQUEST or UNSUPPORTED, at once; what happens later is a status, a gap or an error event
 * @example
 * for await (const quote of watchQuotes(client, { symbols: ['BTC-USD', 'ETH-USD'] })) console.log(quote.last)
 */
export function watchQuotes(
  client: ClientBase & Pick<ClientActions, 'watchQuotes'>,
  options: WatchSymbolsOptions,
): Subscription<Quote> {
  return watchSymbols(client, 'quotes', options)
}
