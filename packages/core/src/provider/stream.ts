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
  interval?: Interval
}

/** What a stream tells about one topic. */
export type StreamEvent =
  | { type: 'bar'; topic: string; bar: Bar }
  | { type: 'quote'; topic: string; quote: Quote }
  | { type: 'trade'; topic: string; trade: Trade }
  | { type: 'book'; topic: string; book: OrderBook }
  /** Whose data a topic carries, where the provider passes on those of others: for the status of the feed. */
  | { type: 'origin'; topic: string; provider: string | null; simulated: boolean; delayedMs: number | null }
  /** The venue itself says that something was lost. */
  | { type: 'gap'; topic: string; reason: string }
  | { type: 'error'; topic?: string; error: StarkMatterError }

export type Frame = string | Uint8Array

export type CodecOutput = {
  events?: readonly StreamEvent[]
  /** Frames to send back. */
  send?: readonly Frame[]
  /** Subscriptions may be sent from now on. */
  ready?: boolean
  /** The connection is of no use any more: close it and, where the error is retryable, connect again. */
  close?: StarkMatterError
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
}

export type SocketStream = {
  kind: 'socket'
  url: string
  /** After a reconnect it is given the codec before it, so that it can resume where that one ended. */
  codec(previous?: StreamCodec): StreamCodec
  /** After a reconnect it delivers what was missed by itself, or says `gap`. @default false */
  resumes?: boolean
  keepAliveMs?: number
  /** Without any frame for this long the connection counts as dead. */
  silenceMs: number
}

/** A stream that is computed from the clock alone. */
export type TimerStream = {
  kind: 'timer'
  everyMs: number
  /** Events for the topics between two instants: `from` exclusive, `to` inclusive. */
  advance(topics: readonly StreamTopic[], from: number, to: number): readonly StreamEvent[]
}

export type ProviderStream = SocketStream | TimerStream
