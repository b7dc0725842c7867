import type { StreamChannel } from '../../provider/index.ts'
import { LiveSubscription, type SubscriptionOptions } from '../../stream/live-subscription.ts'
import type { Subscription } from '../../stream/subscription.ts'
import type { Engine } from '../engine.ts'
import type { WatchSymbolsOptions } from '../options.ts'
import { setupOf } from '../setup.ts'
import type { ClientBase } from '../types.ts'
import {
  assertSymbols,
  bindEnd,
  defaultBufferSize,
  startLater,
  type WatchRoute,
  watchRoutes,
} from './watch.ts'

export type SymbolChannel<item> = Pick<SubscriptionOptions<item>, 'keyOf'> & {
  channel: Exclude<StreamChannel, 'bars'>
  depth?: number
  /** Joins the feeds, with what is loaded for that. */
  follow(
    later: Pick<typeof import('./later.ts'), 'followBooks' | 'followQuotes' | 'followTrades'>,
    engine: Engine,
    subscription: LiveSubscription<item>,
    topics: readonly (readonly WatchRoute[])[],
  ): void
}

/**
 * Opens one channel of several instruments as one subscription.
 *
 * @throws {BadRequestError} there is no symbol, or one that is none
 * @throws {UnsupportedError} no provider streams one of them
 */
export function watchSymbols<item>(
  client: ClientBase,
  { channel, depth, keyOf, follow }: SymbolChannel<item>,
  options: WatchSymbolsOptions,
): Subscription<item> {
  assertSymbols(options.symbols)
  const setup = setupOf(client)
  const details = depth === undefined ? {} : { depth }
  const topics = options.symbols.map((symbol) => watchRoutes(setup, channel, symbol, options, details).routes)
  const { bufferSize = defaultBufferSize, signal } = options
  const subscription = new LiveSubscription<item>({ bufferSize, keyOf })
  bindEnd(setup, subscription, signal)
  startLater(subscription, async () => {
    const { engineOf, ...later } = await import('./later.ts')
    return () => follow(later, engineOf(client), subscription, topics)
  })
  return subscription
}
