import { type Bar, parseInstrument } from '@starkmatter/core'
import { expect, test } from 'vitest'
import { toSeries } from '../testing/sample-market.ts'
import { joinPages } from './join-pages.ts'

const page = (from: number, to: number, close = 1) => {
  const bars: Bar[] = []
  for (let time = from; time < to; time++)
    bars.push({ time, open: close, high: close, low: close, close, volume: null, closed: true })
  return toSeries(parseInstrument('AAPL'), '1m', bars, 0)
}

test('pages come newest first and leave as one series, oldest first', () => {
  const joined = joinPages([page(20, 30), page(10, 20), page(0, 10)])
  expect([...(joined?.time ?? [])]).toEqual(Array.from({ length: 30 }, (_, time) => time))
})

test('a bar on two pages counts once, as the newer page has it', () => {
  const joined = joinPages([page(5, 15, 2), page(0, 10, 1)])
  expect(joined?.length).toBe(15)
  expect(joined?.close[4]).toBe(1)
  expect(joined?.close[5]).toBe(2)
})

test('the end of history adds nothing', () => {
  expect(joinPages([page(0, 3), null])?.length).toBe(3)
})

test('what is absent stays absent: no volume becomes 0', () => {
  expect(joinPages([page(5, 6), page(0, 5)])?.at(0)?.volume).toBeNull()
})
