import { createClient } from '@starkmatter/core'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod'
import { createGateway } from '../../gateway/createGateway.ts'
import { quoteVenue } from '../testing/quote-venue.ts'
import {
  accountSchema,
  changesSchema,
  fillSchema,
  orderSchema,
  performanceSchema,
  previewSchema,
} from './schemas.ts'

const apps: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

async function paperGateway() {
  const venue = quoteVenue({ simulated: true })
  venue.show('crypto:BTC/USD', { bid: 59_990, ask: 60_000 })
  const client = createClient({ providers: [venue.provider] })
  const app = fastify()
  apps.push(app)
  app.addHook('onClose', async () => client.close())
  await app.register(createGateway({ client, paper: { accountsPerOwner: 2 } }))
  const call = async (method: Method, path: string, body?: object) => {
    const url = `/v1/paper${path}`
    const { statusCode: status, body: text } = await app.inject(
      body ? { method, url, payload: body } : { method, url },
    )
    return { status, body: text === '' ? null : JSON.parse(text) }
  }
  /** What a route answers, held against what its document says of it. */
  const ask = async <answer>(schema: z.ZodType<answer>, method: Method, path: string, body?: object) => {
    const answer = await call(method, path, body)
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return schema.parse(answer.body)
  }
  const { id } = await ask(accountSchema, 'POST', '/accounts', { name: ' First ', cash: 100_000 })
  return { app, venue, call, ask, id, at: `/accounts/${id}` }
}

const order = { symbol: 'BTC-USD', side: 'buy', quantity: '0.5' }

test('an order is placed, filled, and found in every list', async () => {
  const { ask, at } = await paperGateway()
  const placed = await ask(orderSchema, 'POST', `${at}/orders`, order)
  expect(placed).toMatchObject({
    state: 'filled',
    instrument: 'crypto:BTC/USD',
    averagePrice: '60000',
    timeInForce: 'day',
  })
  expect(await ask(accountSchema, 'GET', at)).toMatchObject({
    name: 'First',
    cash: '70000',
    buyingPower: '70000',
    simulated: true,
    positions: [{ quantity: '0.5', averagePrice: '60000', cost: '30000' }],
  })
  const { fills } = await ask(z.object({ fills: z.array(fillSchema) }), 'GET', `${at}/fills`)
  expect(fills).toMatchObject([{ order: placed.id, price: '60000', simulated: true, basis: 'book' }])
  const { orders } = await ask(z.object({ orders: z.array(orderSchema) }), 'GET', `${at}/orders?state=closed`)
  expect(orders).toEqual([placed])
  const performance = await ask(performanceSchema, 'GET', `${at}/performance`)
  expect(performance).toMatchObject({ startingCash: '100000', trips: 0, winRate: null, simulated: true })
})

test('an open order is changed and cancelled', async () => {
  const { ask, call, at } = await paperGateway()
  const limit = { ...order, type: 'limit', limitPrice: 50_000, timeInForce: 'gtc' }
  const { id } = await ask(orderSchema, 'POST', `${at}/orders`, limit)
  const changed = await ask(orderSchema, 'PATCH', `${at}/orders/${id}`, { quantity: '0.25' })
  expect(changed).toMatchObject({ quantity: '0.25', limitPrice: '50000', state: 'accepted' })
  expect((await ask(accountSchema, 'GET', at)).reserved).toBe('12500')
  expect(await ask(orderSchema, 'DELETE', `${at}/orders/${id}`)).toMatchObject({
    state: 'cancelled',
    reason: 'asked',
  })
  expect(await call('DELETE', `${at}/orders/${id}`)).toMatchObject({
    status: 400,
    body: { error: { reason: 'not-open' } },
  })
})

test('a refusal is an error that says what there is and what it takes', async () => {
  const { call, ask, at } = await paperGateway()
  const { status, body } = await call('POST', `${at}/orders`, { ...order, quantity: '2' })
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 'BAD_REQUEST',
    reason: 'buying-power',
    message: 'The buying power is 100,000.00 USD, and the order needs 120,000.00.',
    needed: '120000',
    available: '100000',
  })
  const preview = await ask(previewSchema, 'POST', `${at}/orders/preview`, { ...order, quantity: '2' })
  expect(preview).toMatchObject({ value: '120000', refusal: { reason: 'buying-power' }, simulated: true })
})

test.each([
  [{ side: 'buy', quantity: '1' }, 'symbol'],
  [{ ...order, side: 'hold' }, 'side'],
  [{ ...order, quantity: '0' }, 'quantity'],
  [{ ...order, quantity: '-1' }, 'quantity'],
  [{ ...order, quantity: 1e-9 }, 'quantity'],
  [{ ...order, quantity: '1e3' }, 'quantity'],
  [{ ...order, quantity: '0.123456789' }, 'quantity'],
  [{ ...order, quantity: '1'.repeat(13) }, 'quantity'],
  [{ ...order, quantity: null }, 'quantity'],
  [{ ...order, type: 'limit' }, 'limitPrice'],
  [{ ...order, limitPrice: '5' }, 'limitPrice'],
  [{ ...order, type: 'stop', stopPrice: '70000', timeInForce: 'ioc' }, 'timeInForce'],
  [{ ...order, type: 'stop', stopPrice: '50000', side: 'buy' }, 'stopPrice'],
  [{ ...order, clientOrderId: 'x'.repeat(65) }, 'clientOrderId'],
  [{ ...order, leverage: 100 }, 'leverage'],
])('%j is refused, by the name of what is not right', async (body, parameter) => {
  const { call, ask, at } = await paperGateway()
  expect(await call('POST', `${at}/orders`, body)).toMatchObject({
    status: 400,
    body: { error: { code: 'BAD_REQUEST', parameter } },
  })
  expect((await ask(accountSchema, 'GET', at)).sequence).toBe(1)
})

test('an account that nobody opened is not there, on every route', async () => {
  const { call } = await paperGateway()
  const nobody = '/accounts/00000000-0000-4000-8000-000000000000'
  const answers = await Promise.all([
    call('GET', nobody),
    call('DELETE', nobody),
    call('POST', `${nobody}/reset`),
    call('GET', `${nobody}/orders`),
    call('POST', `${nobody}/orders`, order),
    call('GET', `${nobody}/changes?waitMs=30000`),
    call('GET', `${nobody}/performance`),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
})

test('accounts are bounded, reset to their beginning, and gone once removed', async () => {
  const { call, ask, at } = await paperGateway()
  await ask(accountSchema, 'POST', '/accounts', {})
  expect(await call('POST', '/accounts', {})).toMatchObject({
    status: 400,
    body: { error: { code: 'BAD_REQUEST' } },
  })
  await ask(orderSchema, 'POST', `${at}/orders`, order)
  const reset = await ask(accountSchema, 'POST', `${at}/reset`)
  expect(reset).toMatchObject({ cash: '100000', positions: [], simulated: false })
  expect((await call('DELETE', at)).status).toBe(204)
  expect((await call('GET', at)).status).toBe(404)
})

test('a change reaches who waits for it, and the end of the gateway ends the wait', async () => {
  const { app, ask, at } = await paperGateway()
  const waiting = ask(changesSchema, 'GET', `${at}/changes?after=1&waitMs=30000`)
  await ask(orderSchema, 'POST', `${at}/orders`, order)
  const { changes } = await waiting
  expect(changes.map(({ sequence, event }) => [sequence, event.type])).toEqual([
    [2, 'accepted'],
    [3, 'filled'],
  ])
  const left = ask(changesSchema, 'GET', `${at}/changes?after=3&waitMs=30000`)
  await new Promise((resolve) => setTimeout(resolve, 500))
  await app.close()
  expect(await left).toEqual({ changes: [] })
})

test('a gateway without paper trading has none of its routes, and one with it documents them all', async () => {
  const { app } = await paperGateway()
  const { paths } = (await app.inject('/v1/openapi.json')).json()
  const documented = Object.keys(paths).filter((path) => path.startsWith('/v1/paper'))
  expect(documented).toHaveLength(10)
  const ids = documented.flatMap((path) =>
    Object.values<{ operationId: string }>(paths[path]).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(14)
  const plain = fastify()
  apps.push(plain)
  await plain.register(createGateway({ client: createClient({ providers: [quoteVenue().provider] }) }))
  expect((await plain.inject('/v1/paper/accounts')).statusCode).toBe(404)
})
