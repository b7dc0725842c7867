import { type Bar, parseInstrument } from '@starkmatter/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSeries } from '../testing/sample-market.ts'
import { LiveSeries } from './live-series.ts'

const minute = 60_000
const bar = (index: number, close: number, closed = true): Bar => ({
  time: index * minute,
  open: close,
  high: close + 1,
  low: close - 1,
  close,
  volume: 10,
  closed,
})
const series = (bars: readonly Bar[]) => toSeries(parseInstrument('AAPL'), '1m', bars, 0)
const history = (length: number) =>
  new LiveSeries(series(Array.from({ length }, (_, index) => bar(index, 100))))

test('the next bar lengthens the series and closes nothing that was closed', () => {
  const live = history(3)
  live.apply(bar(3, 105, false))
  expect(live.snapshot().length).toBe(4)
  expect(live.snapshot().at(-1)).toMatchObject({ close: 105, closed: false })
  expect(live.snapshot().at(-2)).toMatchObject({ close: 100, closed: true })
})

test('a late tick of a bar that has closed does not open it again', () => {
  const live = history(3)
  live.apply(bar(3, 105, true))
  live.apply(bar(3, 99, false))
  expect(live.snapshot().at(-1)).toMatchObject({ close: 105, closed: true })
})

test('a correction of an older bar gets memory of its own, so that readers notice', () => {
  const live = history(5)
  live.apply(bar(5, 101, false))
  const before = live.snapshot()
  live.apply(bar(2, 42))
  expect(live.snapshot().close[2]).toBe(42)
  expect(before.close[2]).toBe(100)
  expect(live.snapshot().time.buffer).not.toBe(before.time.buffer)
})

test('however bars arrive, the series has each time once, in order, in its newest state', () => {
  const arrival = fc.record({
    index: fc.integer({ min: 0, max: 30 }),
    close: fc.integer({ min: 1, max: 999 }),
  })
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 200 }), (arrivals) => {
      const live = history(5)
      const expected = new Map([0, 1, 2, 3, 4].map((index) => [index * minute, 100]))
      for (const { index, close } of arrivals) {
        live.apply(bar(index, close))
        expected.set(index * minute, close)
      }
      const wanted = [...expected].sort(([a], [b]) => a - b)
      expect([...live.snapshot()].map(({ time, close }) => [time, close])).toEqual(wanted)
    }),
  )
})

test('longer history under the same live bars loses none of them', () => {
  const live = new LiveSeries(series([bar(5, 100), bar(6, 100)]))
  live.apply(bar(7, 107))
  live.apply(bar(8, 108, false))
  const rebased = live.rebase(series([3, 4, 5, 6].map((index) => bar(index, 100))))
  expect([...rebased.snapshot()].map(({ time }) => time / minute)).toEqual([3, 4, 5, 6, 7, 8])
  expect(rebased.snapshot().at(-1)).toMatchObject({ close: 108, closed: false })
})
