import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LiveSubscription } from './live-subscription.ts'

type Item = { key: string; number: number }

const keyOf = ({ key }: Item) => key

test('whatever the pace of a consumer, each item is handed over, merged away or waiting, and no more wait than allowed', async () => {
  const step = fc.oneof(
    fc.record({ push: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ take: fc.integer({ min: 1, max: 10 }) }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 4, max: 32 }),
      fc.integer({ min: 1, max: 50 }),
      fc.array(step, { maxLength: 60 }),
      async (bufferSize, keys, steps) => {
        const subscription = new LiveSubscription<Item>({ bufferSize, keyOf })
        const iterator = subscription[Symbol.asyncIterator]()
        const got: Item[] = []
        let pushed = 0
        const waiting = () => pushed - got.length - subscription.status.conflated
        for (const one of steps) {
          if ('push' in one) {
            for (let i = 0; i < one.push; i++, pushed++) {
              subscription.push({ key: String(pushed % keys), number: pushed }, pushed)
              expect(waiting()).toBeLessThanOrEqual(bufferSize)
            }
            continue
          }
          for (let i = 0; i < one.take && waiting() > 0; i++) {
            const { value } = await iterator.next()
            got.push(value)
          }
        }
        while (waiting() > 0) got.push((await iterator.next()).value)
        // In order, and the newest of all is never given up.
        for (const [index, { number }] of got.entries()) {
          expect(number).toBeGreaterThan(got[index - 1]?.number ?? -1)
        }
        if (pushed > 0) expect(got.at(-1)?.number).toBe(pushed - 1)
        subscription.close()
      },
    ),
  )
})

test('a flood of a million items leaves a buffer behind, not a heap, and tells how many were merged away', async () => {
  const subscription = new LiveSubscription<Item>({ bufferSize: 1_024, keyOf })
  let told = 0
  subscription.on('status', ({ conflated }) => {
    told = conflated
  })
  const iterator = subscription[Symbol.asyncIterator]()
  const seen = new Map<string, number>()
  let taken = 0
  const take = async () => {
    const { value } = await iterator.next()
    taken++
    seen.set(value.key, value.number)
  }
  const total = 1_000_000
  for (let number = 0; number < total; number++) {
    subscription.push({ key: `S${number % 500}`, number }, number)
    if (number % 1_000 === 999) await take()
  }
  while (taken + subscription.status.conflated < total) await take()
  expect(taken).toBeLessThanOrEqual(1_000 + 1_024)
  expect(told).toBe(total - taken)
  // The newest of every instrument arrived.
  expect([...seen].every(([key, number]) => number >= total - 500 && key === `S${number % 500}`)).toBe(true)
  expect(seen.size).toBe(500)
})
