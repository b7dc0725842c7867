import { openFeed } from '../client/live/open-feed.ts'
import type { WatchBarsOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase, LiveBar } from '../client/types.ts'

/**
 * Bars as they form and close, beginning with the one that forms now. After a break, what was missed is filled in from
 * history before anything newer is told: no gap, no duplicate. What cannot be had is told as a `gap`.
 *
 * Whatever is wrong is told by the feed: what passes as a `status`, what is lost as a `gap`, what ends it (BAD_REQUEST and
 * UNSUPPORTED among it) as an `error` event, which its iterator throws.
 * @example
 * for await (const bar of watchBars(client, { symbol: 'BTC-USD', interval: '1m' })) {
 *   if (bar.closed) console.log(bar.time, bar.close)
 * }
 */
export function watchBars(
  client: ClientBase & Pick<ClientActions, 'watchBars'>,
  options: WatchBarsOptions,
): Subscription<LiveBar> {
  return openFeed<LiveBar>(
    client,
    options,
    ({ time }) => String(time),
    ({ startBars }, subscription) => startBars(client, subscription, options),
  )
}
