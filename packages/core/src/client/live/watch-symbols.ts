import type { Instrument, OrderBook, Quote, Trade } from '../../market/index.ts'
import type { Subscription } from '../../stream/subscription.ts'
import type { WatchSymbolsOptions } from '../options.ts'
import type { ClientBase } from '../types.ts'
import { openFeed } from './open-feed.ts'

/** What comes over the channels of several symbols. */
export type SymbolItems = { quotes: Quote; trades: Trade; book: OrderBook }

/** Of several instruments the newest of each is kept. */
export const instrumentId = ({ instrument }: { instrument: Instrument }): string => instrument.id

/** Opens one channel of several instruments as one subscription. */
export function watchSymbols<channel extends keyof SymbolItems>(
  client: ClientBase,
  channel: channel,
  options: WatchSymbolsOptions,
): Subscription<SymbolItems[channel]> {
  return openFeed<SymbolItems[channel]>(client, options, instrumentId, ({ startSymbols }, subscription) =>
    startSymbols(client, channel, subscription, options),
  )
}
