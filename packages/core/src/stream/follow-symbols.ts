import type { Engine } from '../client/engine.ts'
import type { WatchSymbolsOptions } from '../client/options.ts'
import type { StreamGap } from '../client/subscription.ts'
import type { InstrumentInput } from '../market/index.ts'
import type { StreamChannel, StreamEvent } from '../provider/index.ts'
import { follow } from './follow.ts'
import { LiveSubscription, type SubscriptionOptions } from './live-subscription.ts'
import { assertSymbols, bindEnd, defaultBufferSize, followRoutes, JointStatus } from './watch.ts'

export type SymbolChannel<item> = Omit<SubscriptionOptions<item>, 'bufferSize'> & {
  channel: StreamChannel
  /** The item of an event, `undefined` for events of other channels. */
  itemOf(event: StreamEvent): item | undefined
  /** A later item replaces an earlier one, so that a break leaves no hole. */
  isState: boolean
}

/** Opens one channel of several instruments as one subscription. */
export function followSymbols<item>(
  engine: Engine,
  { channel, itemOf, isState, ...buffering }: SymbolChannel<item>,
  options: Omit<WatchSymbolsOptions, 'symbols'> & { symbols: readonly InstrumentInput[] },
): LiveSubscription<item> {
  assertSymbols(options.symbols)
  const topics = options.symbols.map((symbol) => followRoutes(engine, channel, symbol, options))
  const { clock } = engine
  const { bufferSize = defaultBufferSize } = options
  const subscription = new LiveSubscription<item>({ bufferSize, ...buffering })
  const status = new JointStatus((changes) => subscription.tell(changes))
  for (const { read, routes } of topics) {
    const { id } = read.instrument
    let lostAt: number | undefined
    const stop = follow(routes, {
      status: (changes) => status.set(id, changes),
      event(event) {
        const item = itemOf(event)
        if (item !== undefined) subscription.push(item, clock.now())
        else if (event.type === 'gap') {
          const gap: StreamGap = { from: null, to: clock.now(), reason: event.reason }
          subscription.emit('gap', gap)
        }
      },
      state(state, { provider }) {
        if (isState || (provider.stream?.kind === 'socket' && provider.stream.resumes)) return
        if (state === 'reconnecting') lostAt ??= subscription.status.lastEventAt ?? clock.now()
        else if (state === 'live' && lostAt !== undefined) {
          subscription.emit('gap', { from: lostAt, to: clock.now(), reason: 'The connection was lost.' })
          lostAt = undefined
        }
      },
      failed(error) {
        if (status.drop(id)) subscription.fail(error)
        else subscription.tell({ error })
      },
    })
    subscription.onEnd(stop)
  }
  bindEnd(engine, subscription, options.signal)
  return subscription
}
