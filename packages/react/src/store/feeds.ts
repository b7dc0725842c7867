import type { Interval, LiveBar, OrderBook, Quote, Trade } from '@starkmatter/core'
import type { ReactClient } from '../context/client.ts'
import { type BarTail, foldTail } from '../live/bar-tail.ts'
import { mergeQuote } from '../live/merge-quote.ts'
import { type Connection, summarize, unconnected } from './connection.ts'
import { type Feed, FeedPool } from './feed-pool.ts'
import { createFrame } from './frame.ts'
import { TickStore } from './tick-store.ts'

/** Newest first; longer lists are what no reader can follow. */
export const tradesKept = 200

function createFeeds() {
  const frame = createFrame()
  const connection = new TickStore<Connection>(frame)
  const onStatus = () => connection.set('', summarize(pools.flatMap((pool) => pool.statuses())))
  const bars = new FeedPool<LiveBar, BarTail>(frame, onStatus)
  const quotes = new FeedPool<Quote, Quote>(frame, onStatus)
  const trades = new FeedPool<Trade, readonly Trade[]>(frame, onStatus)
  const books = new FeedPool<OrderBook, OrderBook>(frame, onStatus)
  const pools = [bars, quotes, trades, books]
  return { bars, quotes, trades, books, connection }
}

// Feeds belong to a client, not to a React tree: two trees over one client share them.
const feedsByClient = new WeakMap<ReactClient, ReturnType<typeof createFeeds>>()

function feedsOf(client: ReactClient) {
  const feeds = feedsByClient.get(client) ?? createFeeds()
  feedsByClient.set(client, feeds)
  return feeds
}

/** How all open feeds of a client stand together, for `useSyncExternalStore`. */
export function connectionOf(client: ReactClient) {
  const { connection } = feedsOf(client)
  return {
    subscribe: (listener: () => void) => connection.subscribe('', listener),
    get: () => connection.get('') ?? unconnected,
  }
}

// Each returns `undefined` where no provider has such a feed: the hook then shows what it has asked for.

export function barsFeed(client: ReactClient, symbol: string, interval: Interval): Feed<BarTail> | undefined {
  const { watchBars } = client
  if (!watchBars) return undefined
  return feedsOf(client).bars.feed(`${symbol} ${interval}`, {
    open: () => watchBars({ symbol, interval }),
    fold: foldTail,
  })
}

export function quoteFeed(client: ReactClient, symbol: string): Feed<Quote> | undefined {
  const { watchQuotes } = client
  if (!watchQuotes) return undefined
  return feedsOf(client).quotes.feed(symbol, {
    open: () => watchQuotes({ symbols: [symbol] }),
    fold: (previous, quote) => mergeQuote(previous, quote) ?? quote,
  })
}

export function tradesFeed(client: ReactClient, symbol: string): Feed<readonly Trade[]> | undefined {
  const { watchTrades } = client
  if (!watchTrades) return undefined
  return feedsOf(client).trades.feed(symbol, {
    open: () => watchTrades({ symbols: [symbol] }),
    fold: (previous = [], trade) => [trade, ...previous.slice(0, tradesKept - 1)],
  })
}

export function orderBookFeed(client: ReactClient, symbol: string): Feed<OrderBook> | undefined {
  const { watchOrderBook } = client
  if (!watchOrderBook) return undefined
  return feedsOf(client).books.feed(symbol, {
    open: () => watchOrderBook({ symbol }),
    fold: (_previous, book) => book,
  })
}
