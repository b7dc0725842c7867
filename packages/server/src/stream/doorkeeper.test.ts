import { once } from 'node:events'
import { createClient } from '@starkmatter/core'
import { gateway } from '@starkmatter/core/providers/gateway'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as z from 'zod'
import { serveAccounts } from '../testing/accounts-app.ts'

// Real sockets and timers: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function serve() {
  const served = await serveAccounts({ registration: 'open' })
  const url = await served.app.listen({ port: 0, host: '127.0.0.1' })
  closers.push(() => served.app.close())
  return { ...served, url, socketUrl: `${url.replace('http', 'ws')}/v1/stream` }
}

async function connect(url: string, first?: unknown, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, { headers })
  closers.push(() => socket.terminate())
  const messages: Record<string, unknown>[] = []
  const heard = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      messages.push(JSON.parse(String(data)))
      resolve()
    })
  })
  const closed = once(socket, 'close').then(([code]) => Number(code))
  await once(socket, 'open')
  if (first !== undefined) socket.send(typeof first === 'string' ? first : JSON.stringify(first))
  return { socket, messages, heard, closed }
}

const hello = { type: 'hello', protocol: 1 }
const withTicket = z.object({ ticket: z.string() })

test('a ticket opens one socket, and no second one', async () => {
  const { first, socketUrl } = await serve()
  const root = await first()
  const { ticket } = withTicket.parse((await root.send('POST', '/v1/stream/ticket')).body)
  const one = await connect(socketUrl, { type: 'authenticate', ticket })
  await one.heard
  expect(one.messages).toMatchObject([hello])
  const two = await connect(socketUrl, { type: 'authenticate', ticket })
  expect(await two.closed).toBe(4001)
  expect(two.messages).toMatchObject([{ type: 'error', error: { code: 'UNAUTHENTICATED' } }])
})

test('a program tells its API key as the first message, or in the header', async () => {
  const { first, socketUrl } = await serve()
  const root = await first()
  const { body } = await root.send('POST', '/v1/account/keys', { name: 'live' })
  const { key } = z.object({ key: z.string() }).parse(body)
  const told = await connect(socketUrl, { type: 'authenticate', token: key })
  const sent = await connect(socketUrl, undefined, { authorization: `Bearer ${key}` })
  await Promise.all([told.heard, sent.heard])
  expect([told.messages[0], sent.messages[0]]).toMatchObject([hello, hello])
})

test.each([
  ['a subscription', { type: 'subscribe', channel: 'quotes', symbol: 'AAPL' }],
  ['no JSON', 'hello?'],
  ['a token of nobody', { type: 'authenticate', token: 'sm_guess' }],
  ['a ticket and a token', { type: 'authenticate', token: 'a', ticket: 'b' }],
])('%s as the first message closes the socket with 4001', async (_what, message) => {
  const { first, socketUrl } = await serve()
  await first()
  const { closed, messages } = await connect(socketUrl, message)
  expect(await closed).toBe(4001)
  expect(messages).toMatchObject([{ type: 'error', error: { code: 'UNAUTHENTICATED' } }])
})

test('what a client says right after its ticket is not lost', async () => {
  const { first, socketUrl } = await serve()
  const root = await first()
  const { ticket } = withTicket.parse((await root.send('POST', '/v1/stream/ticket')).body)
  const { socket, messages } = await connect(socketUrl, { type: 'authenticate', ticket })
  socket.send('{"type":"ping"}')
  await vi.waitFor(() => expect(messages.map(({ type }) => type)).toEqual(['hello', 'pong']))
})

test('sockets of a session that was ended are closed with 4003, and those of others are not', async () => {
  const { first, browser, socketUrl } = await serve()
  const root = await first()
  const ada = browser()
  await ada.register('ada')
  const [ended, kept] = await Promise.all(
    [root, ada].map((one) => connect(socketUrl, { type: 'authenticate', token: one.token })),
  )
  await Promise.all([ended?.heard, kept?.heard])
  await root.send('POST', '/v1/session/sign-out')
  expect(await ended?.closed).toBe(4003)
  expect(kept?.socket.readyState).toBe(WebSocket.OPEN)
})

test('the SDK sends its key with questions and live data, and is told when it is none', async () => {
  const { first, url, emit } = await serve()
  const root = await first()
  const { body } = await root.send('POST', '/v1/account/keys', { name: 'desk' })
  const { key } = z.object({ key: z.string() }).parse(body)
  const client = createClient({ providers: [gateway({ url, apiKey: key })] })
  closers.push(() => client.close())
  expect(await client.getQuotes({ symbols: ['AAPL'] })).toMatchObject([{ instrument: { id: 'equity:AAPL' } }])
  const bars = client.watchBars({ symbol: 'AAPL', interval: '1m' })
  closers.push(() => bars.close())
  const time = Math.floor(Date.now() / 60_000) * 60_000
  const sending = setInterval(
    () => emit({ time, open: 1, high: 7, low: 1, close: 7, volume: 7, closed: false }),
    50,
  )
  closers.push(() => clearInterval(sending))
  const bar = await new Promise((resolve) => bars.once('data', resolve))
  expect(bar).toMatchObject({ close: 7 })

  const stranger = createClient({ providers: [gateway({ url, apiKey: 'sm_nobody' })] })
  closers.push(() => stranger.close())
  await expect(stranger.getQuotes({ symbols: ['AAPL'] })).rejects.toMatchObject({ code: 'INVALID_KEY' })
  const refused = stranger.watchQuotes({ symbols: ['AAPL'] })
  closers.push(() => refused.close())
  const error = await new Promise((resolve) => refused.once('error', resolve))
  expect(error).toMatchObject({ code: 'INVALID_KEY', retryable: false })
})
