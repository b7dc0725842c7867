import {
  type Bar,
  type Interval,
  isInterval,
  parseInstrument,
  type Quote,
  type StreamStatus,
} from '@starkmatter/core'
import * as z from 'zod'
import { isCursor } from '../bus/bus.ts'
import type { ErrorBody } from '../gateway/errors.ts'

export const protocolVersion = 1

/** Why a socket was closed, beyond the standard's own codes. */
export const closeCodes = {
  goingAway: 1001,
  tooMuch: 1009,
  tryLater: 1013,
  /** Whoever opened it did not tell who it is. */
  unauthenticated: 4001,
  /** The session or the key behind it was ended. */
  signedOut: 4003,
  slowConsumer: 4008,
  silent: 4009,
} as const

const symbol = z.string().min(1).max(64)
const cursor = z.string().refine(isCursor, 'a cursor looks like 1700000000000-0').nullish()

/** What a client may send. */
export const clientMessage = z.union([
  z.strictObject({
    type: z.enum(['subscribe', 'unsubscribe']),
    channel: z.literal('bars'),
    symbol,
    interval: z.string().refine(isInterval, 'an interval looks like 1m, 1h or 1d'),
    cursor,
  }),
  z.strictObject({
    type: z.enum(['subscribe', 'unsubscribe']),
    channel: z.literal('quotes'),
    symbol,
    cursor,
  }),
  z.strictObject({ type: z.literal('ping') }),
])

export type ClientMessage = z.output<typeof clientMessage>

/** One thing to listen to. Equal spellings of one instrument make one topic. */
export type Topic = {
  /** `bars:equity:AAPL:1m`, `quotes:crypto:BTC/USD`. */
  id: string
  /** As the first subscriber spelled it: a provider may read a loose spelling in its own way. */
  symbol: string
  instrument: string
} & ({ channel: 'bars'; interval: Interval } | { channel: 'quotes' })

/** @throws {BadRequestError} the symbol is none of the known forms */
export function topicOf(message: Exclude<ClientMessage, { type: 'ping' }>): Topic {
  const instrument = parseInstrument(message.symbol).id
  if (message.channel === 'quotes') {
    return { id: `quotes:${instrument}`, symbol: message.symbol, instrument, channel: 'quotes' }
  }
  const { interval } = message
  return {
    id: `bars:${instrument}:${interval}`,
    symbol: message.symbol,
    instrument,
    channel: 'bars',
    interval,
  }
}

/** A message of a topic: it has a place, is replayed after a reconnect, and is sent as it stands. */
export type TopicBody =
  | { type: 'bar'; bar: Bar }
  | { type: 'quote'; quote: Omit<Quote, 'instrument'> & { instrument: string } }
  | { type: 'gap'; from: number | null; to: number | null; reason: string }

/** What the server sends beside the messages of the topics. */
export type ServerMessage =
  | { type: 'hello'; protocol: number; heartbeatMs: number }
  | { type: 'heartbeat'; time: number }
  | { type: 'pong'; time: number }
  | {
      type: 'subscribed'
      topic: string
      channel: Topic['channel']
      symbol: string
      instrument: string
      interval?: Interval
      /** Where to resume when the connection is lost before the first message. */
      cursor: string | null
      /** True when nothing was missed since the given cursor. */
      resumed: boolean
    }
  | { type: 'unsubscribed'; topic: string }
  | {
      type: 'status'
      topic: string
      state: StreamStatus['state']
      provider: string | null
      simulated: boolean
      delayedMs: number | null
      reason?: string | undefined
    }
  /** What the gateway could not keep for a reconnecting client; the messages of `gap` with a cursor come from upstream. */
  | { type: 'gap'; topic: string; from: null; to: null; reason: string }
  /** Messages that were merged into newer ones because this client reads too slowly. */
  | { type: 'conflated'; messages: number }
  | { type: 'error'; topic?: string; error: ErrorBody['error'] }

/** The frame of a topic's message: its place, then the body as it was published. */
export function topicFrame(topic: string, cursor: string, body: string): string {
  return `{"topic":${JSON.stringify(topic)},"cursor":"${cursor}",${body.slice(1)}`
}
