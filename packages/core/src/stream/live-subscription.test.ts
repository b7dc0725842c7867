import { expect, test } from 'vitest'
import { AbortedError } from '../errors/index.ts'
import { LiveSubscription } from './live-subscription.ts'

type Item = { key: string; value: number }

function subscribe(bufferSize = 4) {
  const subscription = new LiveSubscription<Item>({ bufferSize, keyOf: ({ key }) => key })
  subscription.lossOf = ({ value }) => ({ from: value, to: value, reason: 'slow' })
  return subscription
}

async function take(subscription: LiveSubscription<Item>, count: number): Promise<number[]> {
  const values: number[] = []
  const iterator = subscription[Symbol.asyncIterator]()
  for (let i = 0; i < count; i++) {
    const { value, done } = await iterator.next()
    if (done) break
    values.push(value.value)
  }
  return values
}

test('items wait in order for an iterator that comes later', async () => {
  const subscription = subscribe()
  for (const value of [1, 2, 3]) subscription.push({ key: 'a', value }, 0)
  expect(await take(subscription, 3)).toEqual([1, 2, 3])
})

test('a slow consumer gets the newest per key, and is told how many were merged away', async () => {
  const subscription = subscribe(4)
  const told: number[] = []
  subscription.on('status', ({ conflated }) => told.push(conflated))
  for (let value = 0; value < 100; value++) subscription.push({ key: value % 2 ? 'odd' : 'even', value }, 0)
  const values = await take(subscription, 2 + ((100 - 2 - (told.at(-1) ?? 0)) | 0))
  expect(values.slice(-2)).toEqual([98, 99])
  expect(values.length + (told.at(-1) ?? 0)).toBe(100)
  expect(values.length).toBeLessThanOrEqual(4)
})

test('items that cannot be merged are given up oldest first, each with a word', async () => {
  const subscription = subscribe(4)
  const lost: (number | null)[] = []
  subscription.on('gap', ({ from }) => lost.push(from))
  for (let value = 0; value < 9; value++) subscription.push({ key: String(value), value }, 0)
  const values = await take(subscription, 9 - lost.length)
  expect([...lost, ...values]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('nothing waits where only listeners are used', () => {
  const subscription = subscribe(2)
  const heard: number[] = []
  subscription.on('data', ({ value }) => heard.push(value))
  for (let value = 0; value < 10; value++) subscription.push({ key: 'a', value }, 7)
  expect(heard).toHaveLength(10)
  expect(subscription.status).toMatchObject({ conflated: 0, lastEventAt: 7 })
})

test('an error reaches the iterator after what came before it', async () => {
  const subscription = subscribe()
  subscription.push({ key: 'a', value: 1 }, 0)
  subscription.fail(new AbortedError())
  const iterator = subscription[Symbol.asyncIterator]()
  expect(await iterator.next()).toMatchObject({ value: { value: 1 } })
  await expect(iterator.next()).rejects.toMatchObject({ code: 'ABORTED' })
  expect(await iterator.next()).toEqual({ done: true, value: undefined })
  expect(subscription.status.state).toBe('closed')
})

test('leaving the loop closes the subscription', async () => {
  const subscription = subscribe()
  let ended = false
  subscription.onEnd(() => {
    ended = true
  })
  subscription.push({ key: 'a', value: 1 }, 0)
  for await (const _ of subscription) break
  expect(ended).toBe(true)
  expect(subscription.status.state).toBe('closed')
})

test('nothing is told after a listener has closed it upon a loss', async () => {
  const subscription = subscribe(4)
  const iterator = subscription[Symbol.asyncIterator]()
  const told: unknown[] = []
  subscription.on('gap', ({ from }) => {
    told.push(from)
    subscription.close()
  })
  subscription.on('data', ({ value }) => told.push(`data ${value}`))
  for (let value = 0; value < 6; value++) subscription.push({ key: String(value), value }, 0)
  subscription.lose({ from: 9, to: 9, reason: 'late' })
  expect(told).toEqual(['data 0', 'data 1', 'data 2', 'data 3', 0])
  expect(await iterator.next()).toEqual({ done: true, value: undefined })
})

test('a listener that closes it upon its end hears of the end once', async () => {
  const subscription = subscribe()
  const told: unknown[] = []
  subscription.on('status', ({ state, error }) => {
    told.push([state, error?.code])
    subscription.close()
  })
  subscription.on('error', ({ code }) => {
    told.push(code)
    subscription.close()
  })
  let cleanups = 0
  subscription.onEnd(() => cleanups++)
  const next = subscription[Symbol.asyncIterator]().next()
  subscription.fail(new AbortedError('The call was aborted.'))
  expect(told).toEqual([['closed', 'ABORTED'], 'ABORTED'])
  expect(cleanups).toBe(1)
  await expect(next).rejects.toMatchObject({ code: 'ABORTED' })
})
