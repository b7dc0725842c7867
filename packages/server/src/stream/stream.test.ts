import { once } from 'node:events'
import { type Bar, createClient } from '@starkmatter/core'
import { gateway } from '@starkmatter/core/providers/gateway'
import fastify from 'fastify'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createGateway } from '../gateway/createGateway.ts'
import type { GatewayOptions } from '../gateway/options.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { columnsOf, factsOf } from '../testing/describeStore.ts'
import { testProvider } from '../testing/test-provider.ts'

// Real sockets and timers: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })
const patient = { timeout: 30_000 }

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function serve(options: Partial<GatewayOptions> = {}) {
  const { provider, emit } = testProvider({ simulated: true })
  const client = createClient({ providers: [provider] })
  const app = fastify()
  await app.register(createGateway({ client, ...options }))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  closers.push(() => app.close())
  return { app, url, emit, socketUrl: `${url.replace('http', 'ws')}/v1/stream` }
}

type Message = Record<string, unknown>

/** A socket that collects what it hears. */
async function connect(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, { headers })
  closers.push(() => socket.terminate())
  const messages: Message[] = []
  const waiting: (() => void)[] = []
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)))
    for (const wake of waiting.splice(0)) wake()
  })
  await once(socket, 'open')
  const until = async (test: (messages: readonly Message[]) => boolean) => {
    while (!test(messages)) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const next = async (type: string) => {
    await until((all) => all.some((message) => message.type === type))
    return messages.find((message) => message.type === type) ?? expect.unreachable()
  }
  const send = (message: unknown) => socket.send(JSON.stringify(message))
  return { socket, messages, until, next, send }
}

const minute = 60_000
const start = Math.floor(Date.now() / minute) * minute

/** The same minute again and again, worth `n`: a forming bar that moves. */
function tick(n: number): Bar {
  return { time: start, open: 1, high: n + 1, low: 1, close: n, volume: n, closed: false }
}

const subscribe = { type: 'subscribe', channel: 'bars', symbol: 'AAPL', interval: '1m' }
const topic = 'bars:equity:AAPL:1m'
const closesOf = (messages: readonly Message[]) =>
  messages.flatMap(({ type, bar }) =>
    type === 'bar' && typeof bar === 'object' && bar !== null && 'close' in bar ? [bar.close] : [],
  )
const cursorsOf = (messages: readonly Message[]) =>
  messages.flatMap(({ type, cursor }) => (type === 'bar' && typeof cursor === 'string' ? [cursor] : []))

test('open sockets, watched topics and sent frames are told at /metrics', async () => {
  const { url, socketUrl, emit } = await serve()
  const { next, send, until, messages } = await connect(socketUrl)
  send(subscribe)
  await next('subscribed')
  emit(tick(7))
  await until((all) => closesOf(all).includes(7))
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toContain('\nstarkmatter_stream_sockets 1\n')
  expect(text).toContain('\nstarkmatter_stream_topics 1\n')
  const frames = Number(/\nstarkmatter_stream_frames_total (\d+)/.exec(text)?.[1])
  expect(frames).toBeGreaterThanOrEqual(3)
  expect(frames).toBeLessThanOrEqual(messages.length)
})

describe('the protocol', () => {
  test('a subscriber is greeted, told whose data it gets, and sent the bars', async () => {
    const { socketUrl, emit } = await serve()
    const { next, send, until } = await connect(socketUrl)
    expect(await next('hello')).toEqual({ type: 'hello', protocol: 1, heartbeatMs: 15_000 })
    send(subscribe)
    expect(await next('subscribed')).toMatchObject({ topic, instrument: 'equity:AAPL', resumed: false })
    emit(tick(7))
    await until((all) => closesOf(all).includes(7))
    expect(await next('status')).toMatchObject({ topic, provider: 'venue', simulated: true })
  })

  test.each([
    ['not json', 'JSON'],
    ['[]', 'not understood'],
    ['{"type":"subscribe"}', 'not understood'],
    ['{"type":"subscribe","channel":"bars","symbol":"AAPL","interval":"7q"}', 'interval'],
    ['{"type":"subscribe","channel":"bars","symbol":"AAPL","interval":"1m","cursor":"x"}', 'cursor'],
    ['{"type":"subscribe","channel":"bars","symbol":"!!","interval":"1m"}', 'not a symbol'],
    ['{"type":"subscribe","channel":"trades","symbol":"AAPL"}', 'not understood'],
  ])('%s is refused with a reason, and the socket stays open', async (text, reason) => {
    const { socketUrl } = await serve()
    const { socket, next, send } = await connect(socketUrl)
    socket.send(text)
    const { error } = await next('error')
    expect(error).toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining(reason) })
    send({ type: 'ping' })
    await next('pong')
  })

  test('a symbol that no provider streams ends that topic with its reason', async () => {
    const { socketUrl } = await serve()
    const { next, send } = await connect(socketUrl)
    send({ ...subscribe, interval: '1mo' })
    expect(await next('error')).toMatchObject({
      topic: 'bars:equity:AAPL:1mo',
      error: { code: 'UNSUPPORTED' },
    })
  })

  test('imported instruments stand still', async () => {
    const store = createMemoryStore()
    await store.importSeries(factsOf(), columnsOf([1, 2]), [])
    const { socketUrl } = await serve({ store })
    const { next, send } = await connect(socketUrl)
    send(subscribe)
    expect(await next('status')).toMatchObject({ state: 'closed', provider: 'csv', simulated: false })
    send({ type: 'subscribe', channel: 'quotes', symbol: 'AAPL' })
    expect(await next('quote')).toMatchObject({ quote: { instrument: 'equity:AAPL', last: 101.125 } })
  })

  test('a page of a foreign origin is turned away, one that is listed is served', async () => {
    const { socketUrl } = await serve({ allowedOrigins: ['https://desk.example'] })
    await connect(socketUrl, { origin: 'https://desk.example' })
    await expect(connect(socketUrl, { origin: 'https://evil.example' })).rejects.toThrow('403')
  })

  test('closing the application tells the sockets that it goes away', async () => {
    const { socketUrl, app } = await serve()
    const { socket } = await connect(socketUrl)
    const closed = once(socket, 'close')
    await app.close()
    expect((await closed)[0]).toBe(1001)
  })
})

describe('resuming', () => {
  test('a lost connection goes on where it ended: nothing lost, nothing twice, in order', async () => {
    const { socketUrl, emit } = await serve()
    // A second listener never loses its connection: what it hears is what there was.
    const witness = await connect(socketUrl)
    witness.send(subscribe)
    await witness.next('subscribed')

    const heard: Message[] = []
    let cursor: string | undefined
    let emitted = 0
    const emitSome = () => {
      for (let i = 0; i < 7; i++) emit(tick(++emitted))
    }
    for (let round = 0; round < 12; round++) {
      emitSome()
      const { socket, messages, send, until } = await connect(socketUrl)
      send({ ...subscribe, cursor })
      emitSome()
      await until((all) => closesOf(all).length > 0)
      socket.terminate()
      emitSome()
      const taken = messages.filter(({ type }) => type === 'bar')
      expect(messages.filter(({ type }) => type === 'gap')).toEqual([])
      heard.push(...taken)
      cursor = cursorsOf(taken).at(-1)
    }
    const { send, until, messages } = await connect(socketUrl)
    send({ ...subscribe, cursor })
    await witness.until((all) => closesOf(all).at(-1) === emitted)
    await until((all) => closesOf(all).at(-1) === emitted)
    heard.push(...messages.filter(({ type }) => type === 'bar'))

    const all = closesOf(witness.messages)
    expect(all).toEqual(Array.from({ length: emitted }, (_, i) => i + 1))
    expect(closesOf(heard)).toEqual(all.slice(all.indexOf(closesOf(heard)[0])))
  })

  test('a cursor that is no longer kept is answered with a gap', async () => {
    const { socketUrl } = await serve()
    const { send, next } = await connect(socketUrl)
    send({ ...subscribe, cursor: '1000-0' })
    expect(await next('subscribed')).toMatchObject({ resumed: false })
    expect(await next('gap')).toMatchObject({ topic, reason: expect.stringContaining('no longer') })
  })

  test('one upstream serves all listeners and ends some time after the last one left', async () => {
    const { provider, emit } = testProvider()
    let watched = 0
    const client = createClient({ providers: [provider] })
    const watchBars: typeof client.watchBars = (options) => {
      watched++
      const subscription = client.watchBars(options)
      const { close } = subscription
      subscription.close = () => {
        watched--
        close.call(subscription)
      }
      return subscription
    }
    const { socketUrl } = await serve({ client: { ...client, watchBars }, stream: { lingerMs: 30 } })
    const sockets = await Promise.all([connect(socketUrl), connect(socketUrl), connect(socketUrl)])
    for (const { send } of sockets) send(subscribe)
    await Promise.all(sockets.map(({ next }) => next('status')))
    emit(tick(3))
    await Promise.all(sockets.map(({ until }) => until((all) => closesOf(all).includes(3))))
    expect(watched).toBe(1)
    for (const { socket } of sockets) socket.terminate()
    await expect.poll(() => watched, patient).toBe(0)
  })
})

test('a client over the gateway provider watches bars through it, under the name of the provider behind', async () => {
  const { url, emit } = await serve()
  const client = createClient({ providers: [gateway({ url })] })
  closers.push(() => client.close())
  const series = await client.getBars({ symbol: 'AAPL', interval: '1m', limit: 3 })
  expect(series).toMatchObject({ simulated: true, source: { provider: 'venue' } })
  expect(series.source.attempts.map(({ provider }) => provider)).toEqual(['gateway', 'venue'])
  expect(series.length).toBe(3)

  const subscription = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  const bars = subscription[Symbol.asyncIterator]()
  await expect.poll(() => subscription.status, patient).toMatchObject({ provider: 'venue', simulated: true })
  emit(tick(41))
  const seen: number[] = []
  while (!seen.includes(41)) {
    const { value } = await bars.next()
    if (value) seen.push(value.close)
  }
  subscription.close()

  await expect(client.getBars({ symbol: 'NOPE', interval: '1d' })).rejects.toMatchObject({
    code: 'UNKNOWN_SYMBOL',
    provider: 'venue',
  })
  const [match] = await client.searchSymbols({ text: 'AAP' })
  expect(match).toMatchObject({ instrument: { id: 'equity:AAPL' } })
  const quotes = await client.getQuotes({ symbols: ['IBM', 'NOPE'] })
  expect([...quotes]).toMatchObject([{ instrument: { id: 'equity:IBM' }, last: 10, simulated: true }])
  expect(quotes.missing).toEqual(['NOPE'])
})
