import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BarWindow, moveWindow, newestWindow, windowLimit } from './bar-window.ts'

test('a million bars begin as the newest few thousand', () => {
  const { from, to } = newestWindow(1_000_000)
  expect(to).toBe(1_000_000)
  expect(to - from).toBeLessThanOrEqual(windowLimit)
})

test('a short series is loaded whole, and stays so', () => {
  const window = newestWindow(500)
  expect(window).toEqual({ from: 0, to: 500 })
  expect(moveWindow(500, window, { from: 0, to: 120 })).toBeUndefined()
})

test('wherever the user scrolls, what is seen is loaded, and never more than the limit', () => {
  const stepsOf = fc.array(fc.integer({ min: -4_000, max: 4_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 1_000_000 }),
      fc.integer({ min: 5, max: 1_500 }),
      stepsOf,
      (length, width, steps) => {
        let window: BarWindow = newestWindow(length)
        let start = Math.max(0, length - width)
        for (const step of steps) {
          // A user cannot scroll past what is loaded: the view follows to the window's edge, and the window moves then.
          start = Math.min(Math.max(start + step, window.from), Math.max(window.from, window.to - width))
          const visible = { from: start, to: Math.min(length, start + width) }
          window = moveWindow(length, window, visible) ?? window
          expect(window.to - window.from).toBeLessThanOrEqual(windowLimit)
          expect(window.from).toBeLessThanOrEqual(visible.from)
          expect(window.to).toBeGreaterThanOrEqual(Math.min(visible.to, length))
        }
      },
    ),
  )
})

test('a window that has moved is content where it is', () => {
  const next = moveWindow(100_000, newestWindow(100_000), { from: 97_100, to: 97_300 })
  expect(next && moveWindow(100_000, next, { from: 97_100, to: 97_300 })).toBeUndefined()
})
