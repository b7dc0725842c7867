import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { barAt, historyUpTo, startStreamVenue, streamProvider } from '../client/live/test/stream-venue.ts'
import { createClient, type Subscription } from '../index.ts'
import { playRecording, recordTransport, replay, type SessionTransport } from './index.ts'
import { playSession } from './test/session.ts'
import { told } from './test/told.ts'

const minute = 60_000
const key = 'bars AAPL 1m'

type Address = { url: string; history: { baseUrl: string } }

/** What a user of the session sees, to the last byte: every event of two subscriptions and the answer of a call. */
function follow(address: Address, transport: SessionTransport, provider = streamProvider(address)) {
  const client = createClient({ providers: [provider], ...transport })
  const told: string[] = []
  const listen = (name: string, subscription: Subscription<unknown>) => {
    for (const event of ['data', 'status', 'gap', 'error'] as const) {
      subscription.on(event, (...values: unknown[]) => told.push(JSON.stringify([name, event, ...values])))
    }
  }
  const bars = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  const quotes = client.watchQuotes({ symbols: ['AAPL'] })
  listen('bars', bars)
  listen('quotes', quotes)
  return { client, told, bars }
}

/** A session with cuts, a silence and holes that REST fills. */
async function recordSession() {
  await using venue = await startStreamVenue()
  const base = Math.floor(Date.now() / minute) * minute - 40 * minute
  let newest = base
  venue.history.answerWith(historyUpTo(() => newest))
  const lines: string[] = []
  const session = follow(venue, recordTransport({ write: (line) => lines.push(line) }))
  const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 })
  await until(() => expect(venue.heard.length).toBeGreaterThanOrEqual(2))
  venue.send({ key, bar: barAt(base) })
  for (let cut = 1; cut <= 5; cut++) {
    venue.send({ key: 'quotes AAPL ', last: cut })
    venue.send({ key, bar: barAt(newest + minute, { closed: false }) })
    await delay(5 * cut)
    const subscribed = venue.heard.length
    venue.cut()
    newest = base + cut * 3 * minute
    await until(() => expect(venue.heard.length).toBeGreaterThanOrEqual(subscribed + 2))
    venue.send({ key, bar: barAt(newest) })
    await until(() => expect(session.told.join()).toContain(`"time":${newest},`))
  }
  await delay(50)
  const told = [...session.told]
  session.client.close()
  return { address: { url: venue.url, history: { baseUrl: venue.history.baseUrl } }, lines, told }
}

test('a recorded session tells the same events, byte for byte, at every speed and every time', async () => {
  const { address, lines, told: truth } = await recordSession()
  const recording = lines.join('\n')
  expect(truth.filter((event) => event.includes('"data"')).length).toBeGreaterThan(20)
  expect(truth.some((event) => event.includes('"reconnecting"'))).toBe(true)
  const hashes = new Set<string>()
  for (const speed of [...Array.from({ length: 25 }, () => Number.POSITIVE_INFINITY), 20]) {
    const { transport, play } = playRecording({ recording, speed })
    const session = follow(address, transport)
    await play()
    if (hashes.size === 0) expect(session.told).toEqual(truth)
    hashes.add(createHash('sha256').update(session.told.join('\n')).digest('hex'))
    session.client.close()
  }
  expect([...hashes]).toEqual([createHash('sha256').update(truth.join('\n')).digest('hex')])
})

test('a recording is a provider', async () => {
  const { address, lines, told: truth } = await recordSession()
  const recorded = replay({
    recording: lines.join('\n'),
    provider: streamProvider(address),
    speed: Number.POSITIVE_INFINITY,
  })
  const session = follow(address, recorded.transport, recorded)
  await recorded.play()
  expect(session.told).toEqual(truth)
})

test('no key is in a recording, wherever it came along', async () => {
  await using venue = await startStreamVenue()
  const key = 'very-secret-key'
  venue.history.answerWith((_url, response, request) => {
    response.setHeader('set-cookie', 'A1=session-of-a-user; Path=/')
    response.setHeader('x-auth-token', 'token-in-a-header==')
    response.end(JSON.stringify({ echo: request.headers, access_token: 'another-secret', url: request.url }))
  })
  const lines: string[] = []
  const { fetch } = recordTransport({ write: (line) => lines.push(line), secrets: ['sent-over-a-socket'] })
  const address = venue.history.baseUrl
  const response = await fetch(`${address}/a?apikey=${key}-in-url&symbol=A`, {
    headers: { authorization: `Bearer ${key}`, 'x-api-key': `${key}-2`, cookie: `A3=${key}-3` },
  })
  expect(await response.text()).toContain(key)
  await fetch(`${address}/b?text=sent-over-a-socket`)
  const text = lines.join('\n')
  expect(text).toContain('symbol=A')
  for (const secret of [
    key,
    'another-secret',
    'session-of-a-user',
    'token-in-a-header',
    'sent-over-a-socket',
  ]) {
    expect(text).not.toContain(secret)
  }
})

test('other calls than those that were recorded are refused, and what is no recording', async () => {
  const { transport } = playRecording({ recording: '{"t":0,"recording":1,"seed":1}' })
  await expect(transport.fetch('http://127.0.0.1/')).rejects.toThrow(TypeError)
  expect(() => playRecording({ recording: '{"t":0}' })).toThrow(/line 1/)
  expect(() => playRecording({ recording: '' })).toThrow(/not a recording/)
})

test('a recording that was written down tells what it always told, here and in a browser', async () => {
  expect(await playSession(Number.POSITIVE_INFINITY)).toEqual(told)
  expect(await playSession(1_000)).toEqual(told)
})
