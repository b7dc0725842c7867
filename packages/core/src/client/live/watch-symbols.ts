import type { StreamChannel } from '../../provider/index.ts'
import { LiveSubscription, type SubscriptionOptions } from '../../stream/live-subscription.ts'
import type { Subscription } from '../../stream/subscription.ts'
import type { WatchSymbolsOptions } from '../options.ts'
import { setupOf } from '../setup.ts'
import type { ClientBase } from '../types.ts'
import type { SymbolChannel } from './follow-symbols.ts'
import { assertSymbols, bindEnd, defaultBufferSize, startLater, watchRoutes } from './watch.ts'

/**
 * Opens one channel of several instruments as one subscription.
 *
 * @throws {BadRequestError} there is no symbol, or one that is none
 * @throws {UnsupportedError} no provider streams one of them
 */
export function watchSymbols<item>(
  client: ClientBase,
  {
    channel,
    keyOf,
    ...reading
  }: { channel: StreamChannel } & SymbolChannel<item> & Pick<SubscriptionOptions<item>, 'keyOf'>,
  options: WatchSymbolsOptions,
): Subscription<item> {
  assertSymbols(options.symbols)
  const setup = setupOf(client)
  const topics = options.symbols.map((symbol) => watchRoutes(setup, channel, symbol, options).routes)
  const { bufferSize = defaultBufferSize, signal } = options
  const subscription = new LiveSubscription<item>({ bufferSize, keyOf })
  bindEnd(setup, subscription, signal)
  startLater(subscription, async () => {
    const { engineOf, followSymbols } = await import('./later.ts')
    return () => followSymbols(engineOf(client), subscription, topics, reading)
  })
  return subscription
}
