import type { OrderBook, Quote, Trade } from '../../market/index.ts'
import { LiveSubscription } from '../../stream/live-subscription.ts'
import type { Subscription } from '../../stream/subscription.ts'
import type { WatchSymbolsOptions } from '../options.ts'
import { setupOf } from '../setup.ts'
import type { ClientBase } from '../types.ts'
import { assertSymbols, bindEnd, defaultBufferSize, startLater, watchRoutes } from './watch.ts'

/** What comes over the channels of several symbols. */
export type SymbolItems = { quotes: Quote; trades: Trade; book: OrderBook }

/**
 * Opens one channel of several instruments as one subscription.
 *
 * @param depth - Levels a side, of `book` only.
 * @throws {BadRequestError} there is no symbol, or one that is none
 * @throws {UnsupportedError} no provider streams one of them
 */
export function watchSymbols<channel extends keyof SymbolItems>(
  client: ClientBase,
  channel: channel,
  options: WatchSymbolsOptions,
  depth?: number,
): Subscription<SymbolItems[channel]> {
  assertSymbols(options.symbols)
  const setup = setupOf(client)
  const details = depth === undefined ? {} : { depth }
  const topics = options.symbols.map((symbol) => watchRoutes(setup, channel, symbol, options, details).routes)
  const { bufferSize = defaultBufferSize, signal } = options
  const subscription = new LiveSubscription<SymbolItems[channel]>({
    bufferSize,
    keyOf: ({ instrument }) => instrument.id,
  })
  bindEnd(setup, subscription, signal)
  startLater(subscription, async () => {
    const { engineOf, followers } = await import('./later.ts')
    return () => followers[channel](engineOf(client), subscription, topics)
  })
  return subscription
}
