import type { ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Bar, equity, parseInterval, type Quote } from '../../../market/index.ts'
import {
  defineProvider,
  isJsonObject,
  type StreamCodec,
  type StreamTopic,
  sourceOf,
  unknownQuote,
} from '../../../provider/index.ts'
import { rowAt, sendJson, startVenue, venueProvider } from '../../test/venue.ts'

/** A venue with a socket: bars are `{ key, bar }`, quotes `{ key, last }`. It counts connections and subscriptions. */
export async function startStreamVenue() {
  const history = await startVenue()
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  const sockets = new Set<WebSocket>()
  const heard: string[] = []
  let connections = 0
  server.on('connection', (socket) => {
    connections++
    sockets.add(socket)
    socket.on('message', (data) => heard.push(String(data)))
    socket.on('close', () => sockets.delete(socket))
    socket.send('{"hello":true}')
  })
  return {
    history,
    heard,
    sockets,
    get connections() {
      return connections
    },
    url: `ws://127.0.0.1:${address.port}`,
    send(message: unknown) {
      for (const socket of sockets) socket.send(JSON.stringify(message))
    },
    /** Cuts every connection without a closing word. */
    cut() {
      for (const socket of sockets) socket.terminate()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
      await history[Symbol.asyncDispose]()
    },
  }
}

export function streamProvider(
  { url, history }: { url: string; history: { baseUrl: string } },
  { id = 'streamer', silenceMs = 5_000 }: { id?: string; silenceMs?: number } = {},
) {
  return defineProvider({
    ...venueProvider({ baseUrl: history.baseUrl, id }),
    watchBars: { assets: ['equity'], via: 'stream', intervals: ['1m'] },
    watchQuotes: { assets: ['equity'], via: 'stream' },
    watchTrades: { assets: ['equity'], via: 'stream' },
    stream: { kind: 'socket', url, silenceMs, codec: () => codec(id) },
  })
}

function codec(id: string): StreamCodec {
  const topics = new Map<string, StreamTopic>()
  const told = (type: string, changed: readonly StreamTopic[]) => changed.map(({ key }) => `${type} ${key}`)
  return {
    open: () => ({}),
    subscribe(added) {
      for (const topic of added) topics.set(topic.key, topic)
      return { send: told('subscribe', added) }
    },
    unsubscribe(removed) {
      for (const { key } of removed) topics.delete(key)
      return { send: told('unsubscribe', removed) }
    },
    receive(frame, now) {
      const message: unknown = JSON.parse(String(frame))
      if (!isJsonObject(message)) return {}
      if (message.hello) return { ready: true }
      const topic = topics.get(String(message.key))
      if (!topic) return {}
      if (message.gap) return { events: [{ type: 'gap', topic: topic.key, reason: String(message.gap) }] }
      if (message.origin) {
        const provider = String(message.origin)
        return { events: [{ type: 'origin', topic: topic.key, provider, simulated: true, delayedMs: 900 }] }
      }
      if (isBar(message.bar)) return { events: [{ type: 'bar', topic: topic.key, bar: message.bar }] }
      const quote = quoteOf(topic.symbol, Number(message.last), id, now)
      return { events: [{ type: 'quote', topic: topic.key, quote }] }
    },
  }
}

function isBar(value: unknown): value is Bar {
  return isJsonObject(value) && typeof value.time === 'number'
}

export function barAt(time: number, changes: Partial<Bar> = {}): Bar {
  const [, open, high, low, close, volume] = rowAt(time)
  return { time, open, high, low, close, volume, closed: true, ...changes }
}

export function quoteOf(symbol: string, last: number, provider: string, now: number): Quote {
  return {
    ...unknownQuote,
    instrument: equity(symbol),
    last,
    time: now,
    currency: 'USD',
    source: sourceOf(provider, { now }),
  }
}

/** Answers `/bars` as if `now` were the time: bars up to the one that is forming. */
export function historyUpTo(now: () => number) {
  return (url: URL, response: ServerResponse) => {
    const { ms } = parseInterval(url.searchParams.get('interval') ?? '1m')
    const [start, end] = [Number(url.searchParams.get('start')), Number(url.searchParams.get('end'))]
    const rows = []
    for (let time = Math.ceil(start / ms) * ms; time < end && time <= now(); time += ms)
      rows.push(rowAt(time))
    sendJson(response, { rows })
  }
}
