import type { OrderBook, Quote, Trade } from '../../market/index.ts'
import type { StreamEvent } from '../../provider/index.ts'
import { isNewBook, isNewQuote } from '../../stream/is-news.ts'
import { JointStatus } from '../../stream/joint-status.ts'
import type { LiveSubscription } from '../../stream/live-subscription.ts'
import type { Engine } from '../engine.ts'
import { type FollowHandlers, follow } from './follow.ts'
import { TradeFeed } from './trade-feed.ts'
import type { WatchRoute } from './watch.ts'
import type { SymbolItems } from './watch-symbols.ts'

type Topics = readonly (readonly WatchRoute[])[]

/** Brings a channel of several instruments as one subscription. */
export const followers: {
  readonly [channel in keyof SymbolItems]: (
    engine: Engine,
    subscription: LiveSubscription<SymbolItems[channel]>,
    topics: Topics,
  ) => void
} = { quotes: followQuotes, trades: followTrades, book: followBooks }

/** Brings the quotes of several instruments as one subscription. */
function followQuotes(engine: Engine, subscription: LiveSubscription<Quote>, topics: Topics): void {
  followLatest(engine, subscription, topics, {
    itemOf: (event) => (event.type === 'quote' ? event.quote : undefined),
    isNew: isNewQuote,
  })
}

/** Brings the order books of several instruments as one subscription. */
function followBooks(engine: Engine, subscription: LiveSubscription<OrderBook>, topics: Topics): void {
  followLatest(engine, subscription, topics, {
    itemOf: (event) => (event.type === 'book' ? event.book : undefined),
    isNew: isNewBook,
  })
}

type Latest<item> = {
  /** The item of an event, `undefined` for events of other channels. */
  itemOf(event: StreamEvent): item | undefined
  isNew(item: item, before: item): boolean
}

/**
 * Of a channel in which a later item replaces an earlier one no history fills what a break hid: it is told as a gap, before
 * the first item after it. What comes twice, or late, is not told.
 */
function followLatest<item>(
  engine: Engine,
  subscription: LiveSubscription<item>,
  topics: Topics,
  { itemOf, isNew }: Latest<item>,
): void {
  const { clock } = engine
  followAll(engine, subscription, topics, () => {
    let last: { item: item; at: number; route: WatchRoute } | undefined
    let isBroken = false
    return {
      event(event, route, arrivedAt = clock.now()) {
        const item = itemOf(event)
        if (item === undefined) {
          if (event.type === 'gap') {
            subscription.lose({ from: last?.at ?? null, to: arrivedAt, reason: event.reason })
          }
          return
        }
        // What another provider says is not compared: it has a clock and numbers of its own.
        if (last?.route === route && !isNew(item, last.item)) return
        if (last && (isBroken || last.route !== route)) {
          subscription.lose({ from: last.at, to: arrivedAt, reason: 'The connection was lost.' })
        }
        isBroken = false
        last = { item, at: arrivedAt, route }
        subscription.push(item, arrivedAt)
      },
      state(state, { provider }) {
        const { stream } = provider
        const resumes = stream?.kind === 'socket' && stream.resumes
        if (state === 'reconnecting' && !resumes) isBroken = true
      },
    }
  })
}

/** Brings the trades of several instruments as one subscription, those of a break included. */
function followTrades(engine: Engine, subscription: LiveSubscription<Trade>, topics: Topics): void {
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
  for (const [index, routes] of withoutTwins(topics).entries()) {
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

/** A symbol that was given twice, maybe in other words, is told once. */
function withoutTwins(topics: Topics): Topics {
  return [...new Map(topics.map((all) => [`${all[0]?.provider.id} ${all[0]?.topic.key}`, all])).values()]
}
