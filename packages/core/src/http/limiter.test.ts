import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Limit } from '../provider/index.ts'
import { memoryLimiter } from './limiter.ts'

const minute = 60_000
const limits: readonly Limit[] = [
  { tokens: 5, every: '1m' },
  { tokens: 25, every: '1d' },
]

test('no window of any budget ever holds more than its tokens, weights included', () => {
  const request = fc.record({
    after: fc.integer({ min: 0, max: 40_000 }),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(request, { maxLength: 80 }), (requests) => {
      const limiter = memoryLimiter()
      const granted: { time: number; weight: number }[] = []
      let now = 0
      for (const { after, weight } of requests) {
        now += after
        const grant = limiter.reserve({ provider: 'a', limits, weight, now, maxWaitMs: 100_000 })
        if (grant instanceof Promise) throw new Error('in this process it answers at once')
        if (grant.granted) granted.push({ time: now + grant.waitMs, weight })
      }
      for (const [tokens, ms] of [
        [5, minute],
        [25, 1440 * minute],
      ] as const) {
        for (const { time } of granted) {
          const inWindow = granted.filter((one) => one.time >= time && one.time < time + ms)
          expect(inWindow.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(tokens)
        }
      }
    }),
  )
})

test('a busy minute uses at least 95 % of its budget', () => {
  const limiter = memoryLimiter()
  const limit: Limit = { tokens: 100, every: '1m' }
  let granted = 0
  for (let now = 0; now < 10 * minute; now += 50) {
    const grant = limiter.reserve({ provider: 'a', limits: [limit], weight: 1, now, maxWaitMs: 0 })
    if (!(grant instanceof Promise) && grant.granted) granted++
  }
  expect(granted).toBeGreaterThanOrEqual(950)
})

test('a refusal takes nothing and says when there is room', () => {
  const limiter = memoryLimiter()
  const ask = (now: number) => limiter.reserve({ provider: 'a', limits, weight: 5, now, maxWaitMs: 0 })
  expect(ask(0)).toEqual({ granted: true, waitMs: 0 })
  expect(ask(1_000)).toEqual({ granted: false, availableAt: 61_000, windowMs: 61_000 })
  expect(ask(61_000)).toEqual({ granted: true, waitMs: 0 })
})

test('limits of one scope are shared between providers', () => {
  const limiter = memoryLimiter()
  const shared: readonly Limit[] = [{ tokens: 1, every: '1m', scope: 'key-1' }]
  const ask = (provider: string) =>
    limiter.reserve({ provider, limits: shared, weight: 1, now: 0, maxWaitMs: 0 })
  expect(ask('a')).toMatchObject({ granted: true })
  expect(ask('b')).toMatchObject({ granted: false })
})

test('a pause that the venue asked for holds for every request', () => {
  const limiter = memoryLimiter()
  limiter.pause('a', 5_000)
  expect(limiter.reserve({ provider: 'a', limits: [], weight: 1, now: 1_000, maxWaitMs: 10_000 })).toEqual({
    granted: true,
    waitMs: 4_000,
  })
  expect(limiter.reserve({ provider: 'b', limits: [], weight: 1, now: 1_000, maxWaitMs: 0 })).toEqual({
    granted: true,
    waitMs: 0,
  })
})
