import type { StreamChannel } from '../../provider/index.ts'
import { LiveSubscription, type SubscriptionOptions } from '../../stream/live-subscription.ts'
import type { Subscription } from '../../stream/subscription.ts'
import type { Engine } from '../engine.ts'
import type { WatchSymbolsOptions } from '../options.ts'
import type { SymbolChannel } from './follow-symbols.ts'
import { assertSymbols, bindEnd, defaultBufferSize, startLater, watchRoutes } from './watch.ts'

/**
 * Opens one channel of several instruments as one subscription.
 *
 * @throws {BadRequestError} there is no symbol, or one that is none
 * @throws {UnsupportedError} no provider streams one of them
 */
export function watchSymbols<item>(
  engine: Engine,
  {
    channel,
    keyOf,
    ...reading
  }: { channel: StreamChannel } & SymbolChannel<item> & Pick<SubscriptionOptions<item>, 'keyOf'>,
  options: WatchSymbolsOptions,
): Subscription<item> {
  assertSymbols(options.symbols)
  const topics = options.symbols.map((symbol) => watchRoutes(engine, channel, symbol, options).routes)
  const { bufferSize = defaultBufferSize, signal } = options
  const subscription = new LiveSubscription<item>({ bufferSize, keyOf })
  bindEnd(engine, subscription, signal)
  startLater(subscription, async () => {
    const { followSymbols } = await import('./follow-symbols.ts')
    return () => followSymbols(engine, subscription, topics, reading)
  })
  return subscription
}
