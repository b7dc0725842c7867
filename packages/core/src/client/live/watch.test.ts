import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { InvalidKeyError } from '../../errors/index.ts'
import { type Clock, systemClock } from '../../http/clock.ts'
import { createClient, type LiveBar, type Subscription } from '../../index.ts'
import { type Bar, equity } from '../../market/index.ts'
import { defineProvider, type StreamTopic } from '../../provider/index.ts'
import { fakeClock } from '../../testing/fake-clock.ts'
import { serveBars, startVenue, venueProvider } from '../test/venue.ts'
import { barAt, historyUpTo, startStreamVenue, streamProvider } from './test/stream-venue.ts'

const minute = 60_000
const key = 'bars AAPL 1m'

function collect(subscription: Subscription<LiveBar>): LiveBar[] {
  const bars: LiveBar[] = []
  subscription.on('data', (bar) => bars.push(bar))
  return bars
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 })

test('many listeners share one connection and one subscription, which ends with the last of them', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const subscriptions = Array.from({ length: 50 }, () => client.watchBars({ symbol: 'AAPL', interval: '1m' }))
  const heard = subscriptions.map(collect)
  await until(() => expect(venue.heard).toEqual([`subscribe ${key}`]))
  const time = Math.floor(Date.now() / minute) * minute
  venue.send({ key, bar: barAt(time, { closed: false }) })
  await until(() => expect(heard.every((bars) => bars.length === 1)).toBe(true))
  expect(venue.connections).toBe(1)
  for (const subscription of subscriptions.slice(1)) subscription.close()
  await delay(20)
  expect(venue.heard).toHaveLength(1)
  subscriptions[0]?.close()
  await until(() => expect(venue.heard).toEqual([`subscribe ${key}`, `unsubscribe ${key}`]))
})

test('after a cut the listener sees one sequence without gap or duplicate', async () => {
  await using venue = await startStreamVenue()
  const base = Math.floor(Date.now() / minute) * minute - 10 * minute
  let newest = base
  venue.history.answerWith(historyUpTo(() => newest))
  await using client = createClient({ providers: [streamProvider(venue)] })
  const subscription = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  const bars = collect(subscription)
  const gaps: unknown[] = []
  subscription.on('gap', (gap) => gaps.push(gap))
  await until(() => expect(subscription.status.state).toBe('live'))
  venue.send({ key, bar: barAt(base) })
  await until(() => expect(bars).toHaveLength(1))
  for (const cut of [1, 2]) {
    venue.cut()
    newest = base + cut * 3 * minute
    await until(() => expect(venue.connections).toBe(cut + 1))
    await until(() => expect(venue.heard).toHaveLength(cut + 1))
    venue.send({ key, bar: barAt(newest) })
    await until(() => expect(bars.at(-1)).toMatchObject({ time: newest, closed: true }))
  }
  const closed = bars.filter((bar) => bar.closed).map(({ time }) => (time - base) / minute)
  expect(closed).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(gaps).toEqual([])
  expect(subscription.status).toMatchObject({ state: 'live', provider: 'streamer' })
})

test('a feed that goes on where another ended begins with what history has since, the bar that forms included', async () => {
  await using venue = await startStreamVenue()
  const base = Math.floor(Date.now() / minute) * minute
  for (const begun of [3, 0]) {
    venue.history.answerWith(historyUpTo(() => base))
    await using client = createClient({ providers: [streamProvider(venue)] })
    const since = base - begun * minute
    const bars = collect(client.watchBars({ symbol: 'AAPL', interval: '1m', since }))
    await until(() => expect(bars).toHaveLength(begun + 1))
    venue.send({ key, bar: barAt(base + minute) })
    await until(() => expect(bars.at(-1)?.time).toBe(base + minute))
    const times = [...new Set(bars.map(({ time }) => (time - base) / minute))]
    expect(times).toEqual(Array.from({ length: begun + 2 }, (_, n) => n - begun))
  }
})

test('what a venue says it lost is fetched from its history', async () => {
  await using venue = await startStreamVenue()
  const base = Math.floor(Date.now() / minute) * minute - 10 * minute
  venue.history.answerWith(historyUpTo(() => base + 2 * minute))
  await using client = createClient({ providers: [streamProvider(venue)] })
  const bars = collect(client.watchBars({ symbol: 'AAPL', interval: '1m' }))
  await until(() => expect(venue.heard).toHaveLength(1))
  venue.send({ key, bar: barAt(base) })
  venue.send({ key, gap: 'a sequence number was skipped' })
  venue.send({ key, bar: barAt(base + 3 * minute) })
  await until(() => expect(bars.map(({ time }) => (time - base) / minute)).toEqual([0, 1, 2, 3]))
  expect(venue.connections).toBe(1)
})

test('a status says whose data a provider passes on', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const quotes = client.watchQuotes({ symbols: ['AAPL'] })
  await until(() => expect(venue.heard).toHaveLength(1))
  venue.send({ key: 'quotes AAPL ', origin: 'somebody' })
  await until(() => {
    expect(quotes.status).toMatchObject({
      provider: 'somebody',
      simulated: true,
      delayedMs: 900,
      state: 'live',
    })
  })
})

test('a connection that falls silent is replaced', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue, { silenceMs: 100 })] })
  const states: string[] = []
  const subscription = client.watchQuotes({ symbols: ['AAPL'] })
  subscription.on('status', ({ state }) => states.push(state))
  await until(() => expect(venue.connections).toBeGreaterThan(1))
  expect(states).toContain('stale')
  expect(states).toContain('reconnecting')
})

test('a topic that falls silent on a living connection is asked for again, and what it missed is filled in', async () => {
  await using venue = await startStreamVenue()
  const base = Math.floor(Date.now() / minute) * minute - 10 * minute
  let newest = base
  venue.history.answerWith(historyUpTo(() => newest))
  const { stream, ...rest } = streamProvider(venue)
  const rhythmMs = ({ channel }: StreamTopic) => (channel === 'bars' ? 150 : undefined)
  const provider = defineProvider({ ...rest, stream: { ...stream, rhythmMs } })
  await using client = createClient({ providers: [provider] })
  const subscription = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  const bars = collect(subscription)
  const states: string[] = []
  subscription.on('status', ({ state }) => states.push(state))
  const quotes = client.watchQuotes({ symbols: ['AAPL'] })
  const quoteStates: string[] = []
  await until(() => expect(venue.heard).toHaveLength(2))
  venue.send({ key, bar: barAt(base) })
  await until(() => expect(bars).toHaveLength(1))
  await until(() => expect(quotes.status.state).toBe('live'))
  quotes.on('status', ({ state }) => quoteStates.push(state))
  let last = 0
  const quoting = setInterval(() => venue.send({ key: 'quotes AAPL ', last: ++last }), 10)
  await until(() => expect(venue.heard.slice(2, 4)).toEqual([`unsubscribe ${key}`, `subscribe ${key}`]))
  expect(states.slice(-2)).toEqual(['stale', 'reconnecting'])
  expect(subscription.status.error?.message).toMatch(/said nothing of AAPL/)
  newest = base + 3 * minute
  venue.send({ key, bar: barAt(newest) })
  await until(() => expect(bars.at(-1)).toMatchObject({ time: newest, closed: true }))
  clearInterval(quoting)
  expect(bars.map(({ time }) => (time - base) / minute)).toEqual([0, 1, 2, 3])
  expect(states.at(-1)).toBe('live')
  expect(quoteStates).toEqual([])
  expect(venue.connections).toBe(1)
})

test('quotes of several symbols come through one subscription, newest per symbol for a slow consumer', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const quotes = client.watchQuotes({ symbols: ['AAPL', 'IBM'], bufferSize: 8 })
  await until(() => expect(venue.heard).toHaveLength(2))
  for (let last = 1; last <= 200; last++) {
    for (const symbol of ['AAPL', 'IBM']) venue.send({ key: `quotes ${symbol} `, last })
  }
  await until(() => expect(quotes.status.conflated).toBeGreaterThan(380))
  await delay(50)
  const latest = new Map<string, number | null>()
  let seen = 0
  for await (const quote of quotes) {
    seen++
    latest.set(quote.instrument.symbol, quote.last)
    if (seen + quotes.status.conflated === 400) break
  }
  expect([...latest]).toEqual([
    ['AAPL', 200],
    ['IBM', 200],
  ])
})

test('a symbol that is given twice is told once', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const quotes = client.watchQuotes({ symbols: ['AAPL', 'IBM', 'aapl', 'equity:AAPL@XNAS'] })
  const heard: unknown[] = []
  quotes.on('data', ({ instrument, last }) => heard.push([instrument.symbol, last]))
  await until(() => expect(venue.heard).toHaveLength(2))
  for (const symbol of ['AAPL', 'IBM']) venue.send({ key: `quotes ${symbol} `, last: 1 })
  await until(() => expect(heard).toContainEqual(['IBM', 1]))
  expect(heard).toEqual([
    ['AAPL', 1],
    ['IBM', 1],
  ])
})

test('a break in a feed of trades is told, as nobody can say what it hid', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const trades = client.watchTrades({ symbols: ['AAPL'] })
  const gaps: unknown[] = []
  trades.on('gap', (gap) => gaps.push(gap))
  await until(() => expect(trades.status.state).toBe('live'))
  venue.cut()
  await until(() => expect(gaps).toMatchObject([{ reason: 'The connection was lost.' }]))
})

test('a break in a feed of quotes is told before the first quote after it, and a quote is told once', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const quotes = client.watchQuotes({ symbols: ['AAPL'] })
  const heard: unknown[] = []
  quotes.on('data', ({ last }) => heard.push(last))
  quotes.on('gap', ({ from, to, reason }) => heard.push([typeof from, typeof to, reason]))
  await until(() => expect(venue.heard).toHaveLength(1))
  venue.send({ key: 'quotes AAPL ', last: 1 })
  await until(() => expect(heard).toEqual([1]))
  venue.cut()
  await until(() => expect(venue.heard).toHaveLength(2))
  venue.send({ key: 'quotes AAPL ', last: 2 })
  await until(() => expect(heard).toEqual([1, ['number', 'number', 'The connection was lost.'], 2]))
})

test('a provider that refuses the stream is passed over', async () => {
  await using venue = await startStreamVenue()
  const refusing = defineProvider({
    ...streamProvider(venue, { id: 'refusing' }),
    stream: {
      kind: 'socket',
      url: venue.url,
      silenceMs: 5_000,
      codec: () => ({
        open: () => ({}),
        subscribe: () => ({}),
        unsubscribe: () => ({}),
        receive: () => ({ close: new InvalidKeyError('The key is not accepted.', { provider: 'refusing' }) }),
      }),
    },
  })
  await using client = createClient({ providers: [refusing, streamProvider(venue)] })
  const subscription = client.watchQuotes({ symbols: ['AAPL'] })
  await until(() => expect(subscription.status).toMatchObject({ provider: 'streamer', state: 'live' }))

  const alone = createClient({ providers: [refusing] }).watchQuotes({ symbols: ['AAPL'] })
  const failure = new Promise((resolve) => alone.on('error', resolve))
  expect(await failure).toMatchObject({ code: 'INVALID_KEY' })
  expect(alone.status.state).toBe('closed')
})

test('a provider without a stream is polled: the forming bar first, then what follows it', async () => {
  await using venue = await startVenue()
  const clock = fakeClock(Date.UTC(2024, 0, 2, 15, 0, 30))
  venue.answerWith(historyUpTo(clock.now))
  const provider = defineProvider({
    ...venueProvider(venue),
    watchBars: { assets: ['equity'], via: 'poll', everyMs: 20_000, intervals: ['1m'] },
  })
  await using client = createClient({ providers: [provider], clock })
  const subscription = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  const bars = collect(subscription)
  await until(() => expect(clock.pending).toBe(1))
  await clock.advance(0)
  for (let poll = 0; poll < 7; poll++) {
    // Requests need real time; the pause between them is on the fake clock.
    await until(() => expect(subscription.status.lastEventAt).toBe(clock.now()))
    await clock.advance(20_000)
  }
  const [first] = bars
  expect(first).toMatchObject({ time: Date.UTC(2024, 0, 2, 15), closed: false })
  const closed = bars.filter((bar) => bar.closed).map(({ time }) => (time - (first?.time ?? 0)) / minute)
  expect(closed).toEqual([0, 1])
  expect(subscription.status.state).toBe('polling')
})

test('when the stream of one provider keeps breaking, another carries on where it ended', async () => {
  await using first = await startStreamVenue()
  await using second = await startStreamVenue()
  const base = Math.floor(Date.now() / minute) * minute - 10 * minute
  first.history.answerWith(historyUpTo(() => base))
  second.history.answerWith(historyUpTo(() => base + 3 * minute))
  const providers = [streamProvider(first, { id: 'first' }), streamProvider(second, { id: 'second' })]
  await using client = createClient({ providers })
  const subscription = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  const bars = collect(subscription)
  await until(() => expect(first.heard).toHaveLength(1))
  first.send({ key, bar: barAt(base) })
  await until(() => expect(bars).toHaveLength(1))
  const cutting = setInterval(first.cut, 5)
  await until(() => expect(subscription.status).toMatchObject({ provider: 'second', state: 'live' }))
  clearInterval(cutting)
  await until(() => expect(bars.map(({ time }) => (time - base) / minute)).toEqual([0, 1, 2, 3]))
})

test('a listener that throws keeps nothing from the others, and does not break the feed', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const thrown = new Promise((resolve) => process.once('uncaughtException', resolve))
  const quotes = client.watchQuotes({ symbols: ['AAPL'] })
  const heard: unknown[] = []
  quotes.on('data', ({ last }) => {
    heard.push(last)
    if (last === 1) throw new Error('a bug of the consumer')
  })
  const heardByOther: unknown[] = []
  quotes.on('data', ({ last }) => heardByOther.push(last))
  await until(() => expect(venue.heard).toHaveLength(1))
  venue.send({ key: 'quotes AAPL ', last: 1 })
  venue.send({ key: 'quotes AAPL ', last: 2 })
  await until(() => expect(heard).toEqual([1, 2]))
  expect(heardByOther).toEqual([1, 2])
  expect(await thrown).toMatchObject({ message: 'a bug of the consumer' })
  expect(venue.connections).toBe(1)
})

test('a feed that is opened on a closed client, or with a signal that was aborted, ends with ABORTED', async () => {
  await using venue = await startStreamVenue()
  const client = createClient({ providers: [streamProvider(venue)] })
  const aborted = client.watchQuotes({ symbols: ['AAPL'], signal: AbortSignal.abort() })
  await until(() => expect(aborted.status.state).toBe('closed'))
  client.close()
  const late = client.watchQuotes({ symbols: ['AAPL'] })
  const told: unknown[] = []
  late.on('error', ({ code }) => told.push(code))
  for (const subscription of [aborted, late]) {
    await expect(subscription[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'ABORTED' })
    expect(subscription.status.state).toBe('closed')
  }
  expect(told).toEqual(['ABORTED'])
  expect(venue.connections).toBe(0)
})

test.each(['bars', 'polled bars'] as const)(
  'closing the subscription to %s ends what is asked of history, timers included',
  async (kind) => {
    await using venue = await startStreamVenue()
    const abandoned = new Promise((resolve) => {
      venue.history.answerWith((_url, _response, request) => request.on('close', resolve))
    })
    const timers = new Set<() => void>()
    const clock: Clock = {
      now: Date.now,
      schedule(delayMs, callback) {
        const cancel = systemClock.schedule(delayMs, () => {
          timers.delete(cancel)
          callback()
        })
        timers.add(cancel)
        return () => {
          timers.delete(cancel)
          cancel()
        }
      },
    }
    const streamed = streamProvider(venue)
    const provider =
      kind === 'bars'
        ? streamed
        : defineProvider({
            ...streamed,
            watchBars: { assets: ['equity'], via: 'poll', everyMs: 1_000, intervals: ['1m'] },
          })
    await using client = createClient({ providers: [provider], clock })
    const subscription = client.watchBars({ symbol: 'AAPL', interval: '1m' })
    if (kind === 'bars') {
      await until(() => expect(subscription.status.state).toBe('live'))
      venue.cut()
    }
    await until(() => expect(venue.history.requests).toHaveLength(1))
    subscription.close()
    await abandoned
    // What is left is the connection, which lingers for a moment where it stood.
    await until(() => expect(timers.size).toBe(0))
  },
)

test('a stream computed from the clock needs no socket', async () => {
  const clock = fakeClock()
  const provider = defineProvider({
    ...venueProvider({ baseUrl: 'http://127.0.0.1:9' }),
    simulated: true,
    watchBars: { assets: ['equity'], via: 'stream', intervals: ['1m'] },
    stream: {
      kind: 'timer',
      everyMs: 1_000,
      advance: (topics, _from, to) =>
        topics.map(({ key: topic }) => {
          const time = Math.floor(to / minute) * minute
          return { type: 'bar', topic, bar: barAt(time, { closed: false }) }
        }),
    },
  })
  const client = createClient({ providers: [provider], clock })
  const subscription = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  const bars: Bar[] = collect(subscription)
  await until(() => expect(subscription.status.state).toBe('live'))
  await clock.advance(61_000)
  expect(bars.filter(({ closed }) => closed).map(({ time }) => time)).toEqual([0])
  expect(subscription.status).toMatchObject({ state: 'live', simulated: true, lastEventAt: 61_000 })
  client.close()
  expect(subscription.status.state).toBe('closed')
  expect(clock.pending).toBe(0)
})

test('what nobody streams is refused before anything is sent, with the reasons', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const told: string[] = []
  for (const feed of [
    client.watchBars({ symbol: 'AAPL', interval: '5m' }),
    client.watchQuotes({ symbols: [] }),
    client.watchQuotes({ symbols: ['BTC-USD'] }),
  ]) {
    await feed[Symbol.asyncIterator]()
      .next()
      .catch(({ message }) => told.push(message))
  }
  expect(told).toEqual([
    expect.stringMatching(/streams no 5m bars/),
    expect.stringMatching(/at least one/),
    expect.stringMatching(/does not serve crypto/),
  ])
})

test('an aborted signal ends the subscription', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const leaving = new AbortController()
  const subscription = client.watchQuotes({ symbols: [equity('AAPL')], signal: leaving.signal })
  const failure = new Promise((resolve) => subscription.on('error', resolve))
  leaving.abort()
  expect(await failure).toMatchObject({ code: 'ABORTED' })
})

test('history served over HTTP stays usable beside the feed', async () => {
  await using venue = await startStreamVenue()
  venue.history.answerWith(serveBars)
  await using client = createClient({ providers: [streamProvider(venue)] })
  const start = Date.UTC(2024, 0, 2, 15)
  const bars = await client.getBars({ symbol: 'AAPL', interval: '1m', start, end: start + 2 * minute })
  expect(bars).toHaveLength(2)
})
