import { type Bar, parseInstrument } from '@starkmatter/core'
import { expect, test } from 'vitest'
import { toSeries } from '../testing/sample-market.ts'
import { foldTail } from './bar-tail.ts'
import { missedSince } from './missed-since.ts'

const minute = 60_000
const instrument = parseInstrument('AAPL')
const bar = (index: number): Bar => ({
  time: index * minute,
  open: 1,
  high: 1,
  low: 1,
  close: 1,
  volume: 1,
  closed: true,
})
const history = toSeries(instrument, '1m', [bar(0), bar(1), bar(2)], 0)
const tailOf = (...indices: number[]) =>
  indices.map((index) => ({ ...bar(index), instrument })).reduce(foldTail, { bars: [], dropped: 0 })
const ask = (tail: ReturnType<typeof tailOf>, reconnected = false) =>
  missedSince({ history, tail, interval: '1m', reconnected })

test('a feed that goes on where the history ends has missed nothing', () => {
  expect(ask(tailOf(2, 3))).toBeUndefined()
})

test('a bar that closed between the answer and the feed’s first word is missed', () => {
  expect(ask(tailOf(4))).toBe(2 * minute)
})

test('a jump inside the feed is missed from the bar before it', () => {
  expect(ask(tailOf(3, 9))).toBe(3 * minute)
})

test('after a reconnect everything since the last bar is asked for', () => {
  expect(ask(tailOf(3), true)).toBe(3 * minute)
})

test('without history there is nothing to miss', () => {
  expect(
    missedSince({ history: undefined, tail: tailOf(3, 9), interval: '1m', reconnected: true }),
  ).toBeUndefined()
})
