import type { Trade } from '../../market/index.ts'
import type { StreamEvent } from '../../provider/index.ts'
import { JointStatus } from '../../stream/joint-status.ts'
import type { LiveSubscription } from '../../stream/live-subscription.ts'
import type { Engine } from '../engine.ts'
import { type FollowHandlers, follow } from './follow.ts'
import { TradeFeed } from './trade-feed.ts'
import type { WatchRoute } from './watch.ts'

type Topics = readonly (readonly WatchRoute[])[]

/**
 * Brings one channel of several instruments, each over the first feed that works, as one subscription. A later item replaces
 * an earlier one, so that a break leaves no hole.
 *
 * @param itemOf - The item of an event, `undefined` for events of other channels.
 */
export function followSymbols<item>(
  engine: Engine,
  subscription: LiveSubscription<item>,
  topics: Topics,
  itemOf: (event: StreamEvent) => item | undefined,
): void {
  const { clock } = engine
  followAll(engine, subscription, topics, () => ({
    event(event, _route, arrivedAt = clock.now()) {
      const item = itemOf(event)
      if (item !== undefined) subscription.push(item, arrivedAt)
      else if (event.type === 'gap') {
        subscription.lose({ from: null, to: clock.now(), reason: event.reason })
      }
    },
    state() {},
  }))
}

/** Brings the trades of several instruments as one subscription, those of a break included. */
export function followTrades(engine: Engine, subscription: LiveSubscription<Trade>, topics: Topics): void {
  const { clock } = engine
  followAll(engine, subscription, topics, () => {
    // The clock is not asked for every trade of a frame.
    let heardAt: number | undefined
    const feed = new TradeFeed({
      engine,
      since: clock.now(),
      onTrade: (trade) => subscription.push(trade, heardAt ?? clock.now()),
      onGap: (gap) => subscription.lose(gap),
    })
    subscription.onEnd(() => feed.stop())
    return {
      event(event, route, arrivedAt) {
        heardAt = arrivedAt
        feed.event(event, route)
        heardAt = undefined
      },
      state: (state, route) => feed.state(state, route),
    }
  })
}

function followAll<item>(
  engine: Engine,
  subscription: LiveSubscription<item>,
  topics: Topics,
  open: () => Pick<FollowHandlers, 'event' | 'state'>,
): void {
  const status = new JointStatus((changes) => subscription.tell(changes))
  for (const [index, routes] of topics.entries()) {
    const reader = open()
    const stop = follow(engine, routes, {
      event: (event, route, arrivedAt) => reader.event(event, route, arrivedAt),
      state: (state, route) => reader.state(state, route),
      status: (changes) => status.set(index, changes),
      failed(error) {
        if (status.drop(index)) subscription.fail(error)
        else subscription.tell({ error })
      },
    })
    subscription.onEnd(stop)
  }
}
