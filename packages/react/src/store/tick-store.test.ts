import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFrame } from './frame.ts'
import { TickStore } from './tick-store.ts'

beforeEach(() =>
  vi.useFakeTimers({
    toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'],
  }),
)
afterEach(() => vi.useRealTimers())

test('a thousand ticks of one key reach its reader once, as the last of them', () => {
  const store = new TickStore<number>(createFrame())
  const seen: (number | undefined)[] = []
  store.subscribe('AAPL', () => seen.push(store.get('AAPL')))
  for (let tick = 1; tick <= 1_000; tick++) store.set('AAPL', tick)
  expect(seen).toEqual([])
  vi.advanceTimersByTime(20)
  expect(seen).toEqual([1_000])
})

test('readers see nothing between two frames, so that a render never tears', () => {
  const store = new TickStore<number>(createFrame())
  store.set('AAPL', 1)
  vi.advanceTimersByTime(20)
  store.set('AAPL', 2)
  expect(store.get('AAPL')).toBe(1)
  expect(store.latest('AAPL')).toBe(2)
})

test('a reader is told of its own key only, and no more after it has left', () => {
  const store = new TickStore<number>(createFrame())
  const onApple = vi.fn()
  const leave = store.subscribe('AAPL', onApple)
  store.set('MSFT', 1)
  vi.advanceTimersByTime(20)
  expect(onApple).not.toHaveBeenCalled()
  leave()
  store.set('AAPL', 1)
  vi.advanceTimersByTime(20)
  expect(onApple).not.toHaveBeenCalled()
})

test('stores that share a frame are flushed in the same one', () => {
  const frame = createFrame()
  const [a, b] = [new TickStore<number>(frame), new TickStore<number>(frame)]
  const flushed: string[] = []
  a.subscribe('x', () => flushed.push(`a${b.get('x') ?? ''}`))
  b.subscribe('x', () => flushed.push(`b${a.get('x') ?? ''}`))
  a.set('x', 1)
  b.set('x', 2)
  vi.advanceTimersByTime(17)
  expect(flushed).toEqual(['a', 'b1'])
})
