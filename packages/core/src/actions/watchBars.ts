import { engineOf } from '../client/engine.ts'
import type { WatchBarsOptions } from '../client/options.ts'
import type { Subscription } from '../client/subscription.ts'
import type { ClientActions, ClientBase, LiveBar } from '../client/types.ts'
import { followBars } from '../stream/follow-bars.ts'

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
  return followBars(engineOf(client), options)
}
