import { bindEnd, defaultBufferSize, startLater, watchRoutes } from '../client/live/watch.ts'
import type { WatchBarsOptions } from '../client/options.ts'
import { setupOf } from '../client/setup.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase, LiveBar } from '../client/types.ts'
import { parseInterval } from '../market/index.ts'
import { LiveSubscription } from '../stream/live-subscription.ts'

/**
 * Bars as they form and close, beginning with the one that forms now. After a break, what was missed is filled in from
 * history before anything newer is told: no gap, no duplicate. What cannot be had is told as a `gap`.
 *
 * @throws {StarkMatterError} BAD_REQUEST or UNSUPPORTED, at once; what happens later is a status, a gap or an error event
 * @example
 * for await (const bar of watchBars(client, { symbol: 'BTC-USD', interval: '1m' })) {
 *   if (bar.closed) console.log(bar.time, bar.close)
 * }
 */
export function watchBars(
  client: ClientBase & Pick<ClientActions, 'watchBars'>,
  options: WatchBarsOptions,
): Subscription<LiveBar> {
  const setup = setupOf(client)
  const { symbol, interval, signal, bufferSize = defaultBufferSize } = options
  const { ms } = parseInterval(interval)
  const { read, routes } = watchRoutes(setup, 'bars', symbol, options, { interval })
  const { instrument } = read
  const since = Math.floor(setup.clock.now() / ms) * ms
  const subscription = new LiveSubscription<LiveBar>({
    bufferSize,
    keyOf: ({ time }) => String(time),
    lossOf: ({ time }) => ({ from: time, to: time + ms, reason: 'The consumer was too slow.' }),
  })
  bindEnd(setup, subscription, signal)
  startLater(subscription, async () => {
    const { engineOf, followBars } = await import('../client/live/later.ts')
    return () => followBars(engineOf(client), subscription, routes, { instrument, interval, since })
  })
  return subscription
}
