import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createPlainServer } from 'node:net'
import { fakeClock } from '@starkmatter/core/testing/fakes'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createMemoryAlerts } from '../../store/alerts/memory-alerts.ts'
import { firingOf } from '../../testing/describeAlerts.ts'
import { createDispatcher, retryAfterMs, settlementOf } from './dispatcher.ts'
import { deliveryOf } from './payload.ts'
import { sendWebhook } from './send-webhook.ts'
import { newWebhookSecret, signatureHeaders } from './sign.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A receiver over real HTTP, and what it was sent. */
async function receiver(answer: Answer) {
  const received: { headers: IncomingMessage['headers']; body: string; path: string | undefined }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body, path: request.url })
    answer(response, request)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `http://127.0.0.1:${port}/hook`, port, received }
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('a secret of the receiver')

const options = (changes: object = {}) => ({
  timeoutMs: 2_000,
  allowPrivate: true,
  signal: new AbortController().signal,
  ...changes,
})
const message = (url: string) => ({ url, body: '{"a":1}', headers: { 'webhook-id': 'm1' } })

describe('one attempt', () => {
  test('posts the body as JSON, and 2xx is delivered', async () => {
    const { url, received } = await receiver(status(204))
    expect(await sendWebhook(message(url), options())).toEqual({ isDelivered: true })
    expect(received).toMatchObject([
      { body: '{"a":1}', path: '/hook', headers: { 'content-type': 'application/json', 'webhook-id': 'm1' } },
    ])
  })

  test('tells what the receiver did, and nothing of what it said', async () => {
    const { url } = await receiver(status(500))
    const outcome = await sendWebhook(message(url), options())
    expect(outcome).toEqual({ isDelivered: false, reason: 'It answered 500.', isFinal: false })
  })

  test('does not follow a redirect', async () => {
    const target = await receiver(status(200))
    const { url } = await receiver(status(302, { location: target.url }))
    expect(await sendWebhook(message(url), options())).toMatchObject({
      isDelivered: false,
      reason: 'It answered 302; redirects are not followed.',
    })
    expect(target.received).toEqual([])
  })

  test('is final where the receiver is gone for good, and waits as long as it asks', async () => {
    const gone = await receiver(status(410))
    expect(await sendWebhook(message(gone.url), options())).toMatchObject({ isFinal: true })
    const busy = await receiver(status(429, { 'retry-after': '120' }))
    expect(await sendWebhook(message(busy.url), options())).toMatchObject({
      isFinal: false,
      retryAfterMs: 120_000,
    })
  })

  test('reads nothing of an answer that does not end', async () => {
    const { url } = await receiver((response) => {
      response.writeHead(200)
      setInterval(() => response.write('x'.repeat(1_000_000)), 1).unref()
    })
    expect(await sendWebhook(message(url), options())).toEqual({ isDelivered: true })
  })

  test('ends at its deadline, whether the receiver is silent or not even HTTP', async () => {
    const silent = await receiver(() => {})
    expect(await sendWebhook(message(silent.url), options({ timeoutMs: 150 }))).toMatchObject({
      reason: 'It did not answer within 150 ms.',
    })
    const plain = createPlainServer((socket) => socket.end('no HTTP at all')).listen(0, '127.0.0.1')
    await once(plain, 'listening')
    closing.push(() => plain.close())
    const address = plain.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    expect(await sendWebhook(message(url), options())).toMatchObject({ isDelivered: false, isFinal: false })
  })

  test('makes no connection into a private network, by address or by name', async () => {
    const { port, received } = await receiver(status(200))
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0'])
      expect(
        await sendWebhook(message(`https://${host}:${port}/`), options({ allowPrivate: false })),
      ).toMatchObject({ isDelivered: false, isFinal: true })
    expect(received).toEqual([])
  })
})

test('a signature is the one of the standard’s own example', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const headers = signatureHeaders(
    secret,
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1_614_265_330,
    '{"test": 2432232314}',
  )
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

describe('what is to be sent', () => {
  async function outbox(url: string, now = 1_700_000_000_000) {
    const alerts = createMemoryAlerts()
    const clock = fakeClock(now)
    await alerts.recordFiring({
      firing: firingOf({ recordedAt: now }),
      delivery: (one) => deliveryOf(one, url),
    })
    const dispatcher = createDispatcher({
      alerts,
      clock,
      logger: undefined,
      webhooks: { allowPrivate: true },
    })
    closing.push(() => dispatcher.close())
    const state = async () => (await alerts.listDeliveries('ada', [1]))[0]
    return { alerts, clock, dispatcher, state }
  }

  test('is sent with the id of its firing, signed by its owner’s secret at the time of the attempt', async () => {
    const { url, received } = await receiver(status(200))
    const { alerts, state } = await outbox(url)
    await vi.waitFor(async () => expect((await state())?.status).toBe('delivered'))
    const [{ headers, body }] = received as [(typeof received)[0]]
    expect(JSON.parse(body)).toMatchObject({
      type: 'alert.fired',
      data: { id: 'f1', description: 'AAPL: close crosses above 100.1 on 1-minute bars', price: 100.1 + 0.2 },
    })
    expect(body).not.toContain('"owner"')
    const key = Buffer.from((await alerts.webhookSecret('ada', '')).slice('whsec_'.length), 'base64')
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    expect(headers['webhook-id']).toBe('f1')
    expect(headers['webhook-timestamp']).toBe('1700000000')
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    )
  })

  test('is sent again after a failure, the same bytes under the same id, until it is taken', async () => {
    let answers = 0
    const { url, received } = await receiver((response) =>
      response.writeHead(++answers < 3 ? 503 : 200).end(),
    )
    const { clock, state } = await outbox(url)
    await vi.waitFor(async () =>
      expect(await state()).toMatchObject({ attempts: 1, lastError: 'It answered 503.' }),
    )
    await vi.waitFor(async () => {
      await clock.advance(60_000)
      expect((await state())?.status).toBe('delivered')
    })
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(['f1', 'f1', 'f1'])
  })

  test('is dead at once where its address may not be spoken to', async () => {
    const { state } = await outbox('ftp://example.com/')
    await vi.waitFor(async () => expect(await state()).toMatchObject({ status: 'dead', attempts: 1 }))
  })

  test('is dead after the last of its attempts, each later than the one before', () => {
    const outcome = { isDelivered: false, reason: 'It answered 500.', isFinal: false } as const
    const waits = retryAfterMs.map((_, n) => settlementOf({ attempts: n + 1 }, outcome, 0, () => 0))
    expect(waits.map(({ dueAt }) => dueAt)).toEqual(retryAfterMs)
    expect(waits.every(({ status: one }) => one === 'pending')).toBe(true)
    expect(settlementOf({ attempts: retryAfterMs.length + 1 }, outcome, 0)).toMatchObject({ status: 'dead' })
    const patient = { ...outcome, retryAfterMs: 9e12 }
    expect(settlementOf({ attempts: 1 }, patient, 0).dueAt).toBe(86_400_000)
  })

  test('is taken up again where a process ended between claiming and sending', async () => {
    const { url, received } = await receiver(status(200))
    const alerts = createMemoryAlerts()
    await alerts.recordFiring({
      firing: firingOf({ recordedAt: 0 }),
      delivery: (one) => deliveryOf(one, url),
    })
    // The process that claimed it is gone.
    await alerts.claimDeliveries({ now: 0, until: 30_000, limit: 1 })
    const clock = fakeClock(1_000)
    const dispatcher = createDispatcher({
      alerts,
      clock,
      logger: undefined,
      webhooks: { allowPrivate: true },
    })
    closing.push(() => dispatcher.close())
    await clock.advance(20_000)
    expect(received).toEqual([])
    await vi.waitFor(async () => {
      await clock.advance(10_000)
      expect(received).toHaveLength(1)
    })
  })
})

test('secrets are new each time, and long', () => {
  expect(newWebhookSecret()).not.toBe(newWebhookSecret())
  expect(newWebhookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
})
