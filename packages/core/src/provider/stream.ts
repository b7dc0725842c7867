import type { StarkMatterError } from '../errors/index.ts'
import type { Bar, Instrument, Interval, OrderBook, Quote, Trade } from '../market/index.ts'

export type StreamChannel = 'bars' | 'quotes' | 'trades' | 'book'

/** One thing to listen to. `key` is unique for channel, symbol and interval. */
export type StreamTopic = {
  key: string
  channel: StreamChannel
  instrument: Instrument
  /** In the provider's spelling. */
  symbol: string
  /** On `bars` only. */
  interval?: Interval | undefined
  /** On `book` only: levels a side. */
  depth?: number | undefined
}

/** What a stream tells about one topic. */
export type StreamEvent =
  | { type: 'bar'; topic: string; bar: Bar }
  | { type: 'quote'; topic: string; quote: Quote }
  | { type: 'trade'; topic: string; trade: Trade }
  | { type: 'book'; topic: string; book: OrderBook }
  /** Whose data a topic carries, where the provider passes on those of others: for the status of the feed. */
  | { type: 'origin'; topic: string; provider: string | null; simulated: boolean; delayedMs: number | null }
  /** Something was lost, as the venue says or its sequence numbers show. What can be had of it is fetched over REST. */
  | { type: 'gap'; topic: string; reason: string }
  /**
   * Where it cannot pass and names a topic, this topic alone ends; its codec has forgotten it and is not asked to leave it.
   * A codec that can carry on with less (a slower channel that the plan includes) does so instead.
   */
  | { type: 'error'; topic?: string | undefined; error: StarkMatterError }

export type Frame = string | Uint8Array

/** An order book of a topic that the codec needs from the provider's `getOrderBook`, to apply its changes to. */
export type SnapshotRequest = {
  /** Key of the topic. */
  topic: string
  /** Levels a side. */
  depth: number
}

export type CodecOutput = {
  events?: readonly StreamEvent[] | undefined
  /** Frames to send back. */
  send?: readonly Frame[] | undefined
  /** Subscriptions may be sent from now on. */
  ready?: boolean | undefined
  /** Asked of the provider's `getOrderBook`; each answer comes by `snapshot`, or not at all where the connection breaks before. */
  snapshots?: readonly SnapshotRequest[] | undefined
  /** The connection is of no use any more: close it and, where the error is retryable, connect again. */
  close?: StarkMatterError | undefined
}

/** A venue's socket protocol as a state machine: frames in, frames and events out. One per connection. */
export type StreamCodec = {
  /** Right after the socket opened. */
  open(): CodecOutput
  subscribe(topics: readonly StreamTopic[]): CodecOutput
  unsubscribe(topics: readonly StreamTopic[]): CodecOutput
  receive(frame: Frame, now: number): CodecOutput
  /** Called every `keepAliveMs`. */
  keepAlive?(now: number): CodecOutput
  /** The answer to a request of `snapshots`, every digit kept. Not called for a topic that was left meanwhile. */
  snapshot?(topic: StreamTopic, book: OrderBook<'string'>, now: number): CodecOutput
}

/** What a venue allows. Topics beyond one connection open another; frames beyond the rate wait. */
export type SocketLimits = {
  topicsPerConnection?: number | undefined
  /** Topics that do not fit in so many connections are refused with UNSUPPORTED. */
  connections?: number | undefined
  /** How many topics `subscribe` is given at once. */
  topicsPerSubscribe?: number | undefined
  /** Frames that may be sent within a second, over one connection. */
  sendsPerSecond?: number | undefined
}

export type SocketStream = {
  kind: 'socket'
  /** Where it depends on the topic, each address has connections of its own. */
  url: string | ((topic: StreamTopic) => string)
  /**
   * The codec of one connection, loaded by `import()` where it should not burden the start:
   * `async () => (await import('./codec.ts')).createCodec()`. After a reconnect it is given the codec before it, so that it
   * can resume where that one ended. Where loading fails, it is tried again as after a break.
   */
  codec(previous: StreamCodec | undefined, url: string): StreamCodec | Promise<StreamCodec>
  limits?: SocketLimits | undefined
  /**
   * What the venue leaves out at no time: the `sequence` of trades counts up by one (`trades`), every interval has a bar
   * (`bars`), every bar is told once more as closed when it ends (`closes`). Where it is missing it is a loss, which is filled
   * from history as a break is.
   */
  complete?: readonly ('trades' | 'bars' | 'closes')[] | undefined
  /** After a reconnect it delivers what was missed by itself, or says `gap`. @default false */
  resumes?: boolean | undefined
  keepAliveMs?: number | undefined
  /**
   * The longest silence about a topic that the venue's promises leave room for, ms: every bar is told when it closes, a candle
   * every second. Beyond it the topic alone is asked for again, and what it missed is filled in. Nothing where trade may rest.
   */
  rhythmMs?(topic: StreamTopic): number | undefined
  /** Without any frame for this long the connection counts as dead. */
  silenceMs: number
}

/** A stream that is computed from the clock alone. */
export type TimerStream = {
  kind: 'timer'
  everyMs: number
  /** Events for the topics between two instants: `from` exclusive, `to` inclusive. What computes them may be loaded first. */
  advance(
    topics: readonly StreamTopic[],
    from: number,
    to: number,
  ): readonly StreamEvent[] | Promise<readonly StreamEvent[]>
}

export type ProviderStream = SocketStream | TimerStream
