import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NetworkError } from '../../errors/index.ts'
import { type Bar, crypto } from '../../market/index.ts'
import { coinbase } from '../../providers/coinbase/coinbase.ts'
import { fakeClock } from '../../testing/fake-clock.ts'
import { JoinedBars } from './joined-bars.ts'
import type { WatchRoute } from './watch.ts'

const partMs = 300_000
const hourMs = 12 * partMs
const provider = coinbase()
const route: WatchRoute = {
  provider,
  capability: provider.watchBars,
  topic: {
    key: 'bars BTC-USD 5m',
    channel: 'bars',
    instrument: crypto('BTC', 'USD'),
    symbol: 'BTC-USD',
    interval: '5m',
  },
  isBuilt: true,
}

/** The shorter bar number `n`; its prices and volume are its own. */
function partAt(n: number, closed: boolean): Bar {
  return {
    time: n * partMs,
    open: 100 + n,
    high: 110 + n + (n % 5) * 3,
    low: 90 + n - (n % 7) * 2,
    close: 101 + n,
    volume: n / 10,
    closed,
  }
}

function truth(hour: number, until: number) {
  const parts = Array.from({ length: 12 }, (_, at) => hour * 12 + at).filter((n) => n <= until)
  const bars = parts.map((n) => partAt(n, true))
  return {
    time: hour * hourMs,
    open: bars[0]?.open,
    high: Math.max(...bars.map(({ high }) => high)),
    low: Math.min(...bars.map(({ low }) => low)),
    close: bars.at(-1)?.close,
    volume: Number(parts.reduce((sum, n) => sum + n / 10, 0).toFixed(1)),
  }
}

function open(history: (from: number) => Promise<readonly Bar[]>, since = 0) {
  const clock = fakeClock()
  const told: Bar[] = []
  const losses: number[] = []
  const joined = new JoinedBars({
    clock,
    interval: '1h',
    since,
    history: (_route, from) => history(from),
    onBar: (bar) => told.push(bar),
    onLoss: () => losses.push(clock.now()),
  })
  return { clock, told, losses, joined }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
/** Bars up to number `newest`, the last one forming. */
const upTo = (newest: number, from: number) =>
  Array.from({ length: newest + 1 }, (_, n) => partAt(n, n < newest)).filter(({ time }) => time >= from)

test('the forming bar begins with what history has of it, and closes with its last part', async () => {
  const { joined, told } = open(async (from) => upTo(4, from))
  joined.state('live', route)
  joined.event({ type: 'bar', topic: route.topic.key, bar: partAt(4, false) }, route)
  expect(told).toEqual([])
  await settled()
  expect(told.at(-1)).toEqual({ ...truth(0, 4), closed: false })
  for (let n = 5; n <= 12; n++)
    joined.event({ type: 'bar', topic: route.topic.key, bar: partAt(n, false) }, route)
  expect(told.filter(({ closed }) => closed)).toEqual([{ ...truth(0, 11), closed: true }])
  expect(told.at(-1)).toEqual({ ...truth(1, 12), closed: false })
})

test('a bar without its last parts, as nothing was traded, closes with the next one', async () => {
  const { joined, told } = open(async (from) => upTo(2, from))
  joined.state('live', route)
  await settled()
  joined.event({ type: 'bar', topic: route.topic.key, bar: partAt(12, false) }, route)
  expect(told.map(({ time, closed }) => [time / hourMs, closed]).slice(-2)).toEqual([
    [0, true],
    [1, false],
  ])
})

test('wherever the feed breaks, every bar is the sum of its parts, once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('bar', 'bar', 'change', 'lost', 'cut', 'gap'), {
        minLength: 1,
        maxLength: 80,
      }),
      async (events) => {
        let newest = 3
        const { joined, told, losses } = open(async (from) => upTo(newest, from))
        const send = () =>
          joined.event({ type: 'bar', topic: route.topic.key, bar: partAt(newest, false) }, route)
        joined.state('live', route)
        await settled()
        for (const event of events) {
          if (event === 'bar' || event === 'lost') newest++
          if (event === 'bar' || event === 'change') send()
          if (event === 'lost') joined.event({ type: 'gap', topic: route.topic.key, reason: 'lost' }, route)
          if (event === 'gap') joined.event({ type: 'gap', topic: route.topic.key, reason: 'lost' }, route)
          if (event === 'cut') {
            joined.state('reconnecting', route)
            newest += 2
            joined.state('live', route)
          }
          if (event !== 'bar' && event !== 'change') await settled()
        }
        await settled()
        const closed = told.filter((bar) => bar.closed)
        const hour = Math.floor(newest / 12)
        expect(closed).toHaveLength(hour)
        for (const bar of closed) expect(bar).toEqual({ ...truth(bar.time / hourMs, newest), closed: true })
        expect(told.at(-1)).toEqual({ ...truth(hour, newest), closed: false })
        const times = told.map(({ time }) => time)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(losses).toEqual([])
      },
    ),
  )
})

test('where history fails, nothing wrong is told, and the bar is whole once it answers', async () => {
  let isDown = false
  let newest = 2
  const { joined, told, losses, clock } = open(async (from) => {
    if (isDown) throw new NetworkError('down')
    return upTo(newest, from)
  })
  joined.state('live', route)
  await settled()
  isDown = true
  joined.state('reconnecting', route)
  joined.state('live', route)
  newest = 5
  const count = told.length
  joined.event({ type: 'bar', topic: route.topic.key, bar: partAt(newest, false) }, route)
  for (let second = 0; second < 20; second++) {
    await clock.advance(1_000)
    await settled()
  }
  expect(losses.length).toBeGreaterThan(0)
  expect(told).toHaveLength(count)
  isDown = false
  for (let second = 0; second < 20; second++) {
    await clock.advance(1_000)
    await settled()
  }
  expect(told.at(-1)).toEqual({ ...truth(0, 5), closed: false })
})
