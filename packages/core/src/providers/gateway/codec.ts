import { UpstreamError, ValidationError } from '../../errors/index.ts'
import type { Bar } from '../../market/index.ts'
import {
  type CodecOutput,
  type Frame,
  isJsonObject,
  type StreamCodec,
  type StreamEvent,
  type StreamTopic,
  Wire,
} from '../../provider/index.ts'
import { errorOf } from './errors.ts'
import { readBoolean } from './map-bars.ts'
import { readQuote } from './map-quotes.ts'

// Where each topic of a codec has got to, for the codec after it.
const placesOf = new WeakMap<StreamCodec, Map<string, string>>()

/** Who opens the connection, where the gateway has accounts. */
export type Opener = { token?: string | undefined; ticket?: string | undefined }

/** The gateway's protocol over one connection, which goes on where the one before it ended. */
export function createCodec(previous?: StreamCodec, opener: Opener = {}): StreamCodec {
  const places = new Map((previous && placesOf.get(previous)) ?? [])
  const codec = codecFrom(places, opener)
  placesOf.set(codec, places)
  return codec
}

function codecFrom(places: Map<string, string>, { token, ticket }: Opener): StreamCodec {
  /** By the gateway's name of the topic. */
  const topics = new Map<string, StreamTopic>()

  const request = (type: 'subscribe' | 'unsubscribe', topic: StreamTopic): Frame => {
    const { channel, symbol, interval } = topic
    const cursor = type === 'subscribe' ? places.get(nameOf(topic)) : undefined
    return JSON.stringify({ type, channel, symbol, interval, cursor })
  }

  return {
    open: () =>
      token === undefined && ticket === undefined
        ? {}
        : { send: [JSON.stringify({ type: 'authenticate', token, ticket })] },
    subscribe(added) {
      for (const topic of added) topics.set(nameOf(topic), topic)
      return { send: added.map((topic) => request('subscribe', topic)) }
    },
    unsubscribe(removed) {
      for (const topic of removed) {
        topics.delete(nameOf(topic))
        places.delete(nameOf(topic))
      }
      return { send: removed.map((topic) => request('unsubscribe', topic)) }
    },
    receive(frame) {
      const message = readMessage(frame)
      const topic = topics.get(message.at('topic').textOrNull() ?? '')
      const output = read(message, topic)
      const cursor = message.at('cursor').textOrNull()
      // Moved only once the frame was understood: what was not is asked for again after a reconnect.
      if (topic && cursor !== null) places.set(nameOf(topic), cursor)
      return output
    },
    keepAlive: () => ({ send: ['{"type":"ping"}'] }),
  }
}

function read(message: Wire, topic: StreamTopic | undefined): CodecOutput {
  const type = message.at('type').text()
  switch (type) {
    case 'hello':
      return { ready: true }
    case 'error':
      return readError(message, topic)
    default:
      // A message of a topic that was left in the meantime, or of a newer protocol, is of no interest.
      return { events: topic ? readEvents(type, message, topic.key) : [] }
  }
}

function readEvents(type: string, message: Wire, topic: string): StreamEvent[] {
  switch (type) {
    case 'bar':
      return [{ type: 'bar', topic, bar: readBar(message.at('bar')) }]
    case 'quote': {
      const quote = readQuote(message.at('quote'), (field) => field.numberOrNull())
      return [{ type: 'quote', topic, quote }]
    }
    case 'gap':
      return [{ type: 'gap', topic, reason: message.at('reason').text() }]
    case 'status':
      return [
        {
          type: 'origin',
          topic,
          provider: message.at('provider').textOrNull(),
          simulated: readBoolean(message.at('simulated')),
          delayedMs: message.at('delayedMs').numberOrNull(),
        },
      ]
    default:
      return []
  }
}

function readError(message: Wire, topic: StreamTopic | undefined): CodecOutput {
  const { value } = message.at('error')
  const known = isJsonObject(value) ? errorOf(value) : undefined
  const error =
    known ?? new UpstreamError('The gateway sent an error that says nothing.', { provider: 'gateway' })
  // It does not know who asks: the connection ends, and another would end alike.
  if (!topic && error.code === 'INVALID_KEY') return { close: error }
  return { events: [{ type: 'error', error, ...(topic && { topic: topic.key }) }] }
}

function readBar(bar: Wire): Bar {
  const date = bar.at('date').textOrNull()
  const vwap = bar.at('vwap').numberOrNull()
  const trades = bar.at('trades').numberOrNull()
  return {
    time: bar.at('time').number(),
    open: bar.at('open').number(),
    high: bar.at('high').number(),
    low: bar.at('low').number(),
    close: bar.at('close').number(),
    volume: bar.at('volume').numberOrNull(),
    closed: readBoolean(bar.at('closed')),
    ...(date !== null && { date }),
    ...(vwap !== null && { vwap }),
    ...(trades !== null && { trades }),
  }
}

function readMessage(frame: Frame): Wire {
  const text = typeof frame === 'string' ? frame : new TextDecoder().decode(frame)
  try {
    return new Wire('gateway', JSON.parse(text))
  } catch (cause) {
    throw new ValidationError({
      provider: 'gateway',
      path: '',
      expected: 'a JSON message',
      got: JSON.stringify(text.slice(0, 60)),
      cause,
    })
  }
}

/** The gateway's own name of a topic, which holds the canonical id. */
function nameOf({ channel, instrument, interval }: StreamTopic): string {
  return interval === undefined ? `${channel}:${instrument.id}` : `${channel}:${instrument.id}:${interval}`
}
