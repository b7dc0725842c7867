import { expect, test } from 'vitest'
import { Breaker } from './breaker.ts'

function failing(times: number, now = 0): Breaker {
  const breaker = new Breaker()
  for (let i = 0; i < times; i++) breaker.enter(now)?.('failed', now)
  return breaker
}

test('five failures in a row open the circuit, four do not', () => {
  expect(failing(4).enter(0)).toBeDefined()
  expect(failing(5).enter(0)).toBeUndefined()
})

test('after the pause exactly one probe goes through', () => {
  const breaker = failing(5)
  expect(breaker.enter(9_999)).toBeUndefined()
  expect(breaker.enter(10_000)).toBeDefined()
  expect(breaker.enter(10_000)).toBeUndefined()
})

test('a probe that works closes the circuit', () => {
  const breaker = failing(5)
  breaker.enter(10_000)?.('worked', 10_100)
  expect(breaker.enter(10_100)).toBeDefined()
  expect(breaker.enter(10_100)).toBeDefined()
})

test('a probe that fails doubles the pause', () => {
  const breaker = failing(5)
  breaker.enter(10_000)?.('failed', 10_000)
  expect(breaker.openUntil).toBe(30_000)
  expect(breaker.enter(29_999)).toBeUndefined()
})

test('a probe without a verdict leaves the place to the next', () => {
  const breaker = failing(5)
  breaker.enter(10_000)?.('unknown', 10_000)
  expect(breaker.enter(10_000)).toBeDefined()
})
