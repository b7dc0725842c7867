import { expect, test } from 'vitest'
import { createDailyAllowance } from './daily-allowance.ts'

const noon = Date.UTC(2026, 0, 5, 12)

test('runs at once never hold more than the day allows, and what they did not spend is free again', () => {
  const allowance = createDailyAllowance(1, () => noon)
  const [first, second] = [allowance.hold(0.5), allowance.hold(0.5)]
  expect(allowance.hold(0.01)).toBeUndefined()
  first?.settle(0.1)
  first?.settle(0.1)
  expect(allowance.hold(0.41)).toBeUndefined()
  expect(allowance.hold(0.4)).toBeDefined()
  second?.settle(0.5)
  expect(allowance.hold(0.01)).toBeUndefined()
})

test('a new day of UTC begins with all of it, and what yesterday held does not add to it', () => {
  let now = noon
  const allowance = createDailyAllowance(1, () => now)
  const held = allowance.hold(1)
  expect(allowance.resetsAt()).toBe(Date.UTC(2026, 0, 6))
  now = allowance.resetsAt()
  expect(allowance.hold(0.75)).toBeDefined()
  held?.settle(0)
  expect(allowance.hold(0.5)).toBeUndefined()
  expect(allowance.hold(0.25)).toBeDefined()
})

test('an allowance of nothing allows no run', () => {
  expect(createDailyAllowance(0, () => noon).hold(0.5)).toBeUndefined()
})
