import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HttpResponse } from '../provider/index.ts'
import { kraken } from '../providers/kraken/kraken.ts'
import { loadProvider } from '../testing/load-provider.ts'
import { hasRecordings, readRecordings } from '../testing/recordings.ts'
import { sampleQuery } from '../testing/sample-query.ts'
import type { Bar } from './bar.ts'
import { type BarBuilderOptions, createBarBuilder } from './bar-builder.ts'
import { cme } from './calendar/cme.ts'
import { xnys } from './calendar/xnys.ts'
import { xtks } from './calendar/xtks.ts'
import { crypto } from './instrument-make.ts'
import { parseInterval } from './interval.ts'
import { dateInZone, offsetInZone } from './time-zone.ts'
import type { Trade } from './trade.ts'

const instrument = crypto('BTC', 'USD')
const minute = 60_000

const at = (time: number | string, price = 10, size = 1, more: Partial<Trade> = {}): Trade => ({
  instrument,
  time: typeof time === 'number' ? time : Date.parse(time),
  price,
  size,
  ...more,
})

/** The last state of every bar. */
function build(options: BarBuilderOptions, trades: readonly Trade[], now?: number): Bar[] {
  const builder = createBarBuilder(options)
  const bars = new Map<number, Bar>()
  const changes = trades.flatMap((trade) => builder.push(trade))
  if (now !== undefined) changes.push(...builder.advance(now))
  for (const bar of changes) bars.set(bar.time, bar)
  return [...bars.values()]
}

const opens = (options: BarBuilderOptions, times: readonly string[]) =>
  build(
    options,
    times.map((time) => at(time)),
  ).map(({ time }) => new Date(time).toISOString().slice(0, 16))

test('the first trade opens a bar, the last one closes it, and sizes add up as decimals do', () => {
  const trades = [at(0, 10, 0.1), at(10, 12, 0.2), at(20, 9, 0.7), at(59_999, 11, 0.0001)]
  const [bar, next] = build({ interval: '1m' }, [...trades, at(minute, 5)])
  expect(bar).toMatchObject({ time: 0, open: 10, high: 12, low: 9, close: 11, volume: 1.0001, trades: 4 })
  expect(bar?.closed).toBe(true)
  expect(next).toMatchObject({ time: minute, open: 5, closed: false })
})

test('a bar closes when its time is over, traded or not', () => {
  const builder = createBarBuilder({ interval: '5m' })
  builder.push(at(0))
  expect(builder.advance(5 * minute - 1)).toEqual([])
  expect(builder.forming()).toMatchObject({ closed: false })
  expect(builder.advance(5 * minute)).toMatchObject([{ time: 0, closed: true }])
  expect(builder.advance(6 * minute)).toEqual([])
  expect(builder.forming()).toBeUndefined()
})

test('minutes without a trade carry the last price where the venue shows them so', () => {
  const trades = [at(0, 10), at(3 * minute, 12)]
  expect(build({ interval: '1m', carry: true }, trades, 6 * minute)).toMatchObject([
    { time: 0, close: 10, volume: 1 },
    { time: minute, open: 10, high: 10, low: 10, close: 10, volume: 0, trades: 0, closed: true },
    { time: 2 * minute, volume: 0, closed: true },
    { time: 3 * minute, open: 12, closed: true },
    { time: 4 * minute, close: 12, volume: 0, closed: true },
    { time: 5 * minute, close: 12, volume: 0, closed: true },
  ])
  expect(build({ interval: '1m' }, trades)).toHaveLength(2)
})

test('a late trade amends the bar that it belongs to, and one later still is left out', () => {
  const builder = createBarBuilder({ interval: '1m', keep: 1 })
  builder.push(at(10_000, 10, 1, { sequence: 2 }))
  builder.push(at(minute, 11))
  expect(builder.push(at(5_000, 9, 3, { sequence: 1 }))).toMatchObject([
    { time: 0, open: 9, low: 9, close: 10, volume: 4, closed: true },
  ])
  builder.push(at(2 * minute, 11))
  expect(builder.push(at(6_000, 1))).toEqual([])
})

test('a cancelled trade is taken back, a corrected one replaced', () => {
  const builder = createBarBuilder({ interval: '1m', correctable: true })
  builder.push(at(0, 10, 1, { id: 'a' }))
  builder.push(at(1, 99, 5, { id: 'b' }))
  builder.push(at(2, 11, 2, { id: 'c' }))
  expect(builder.correct(at(1, 99, 5, { id: 'b' }))).toMatchObject([{ high: 11, volume: 3, trades: 2 }])
  const right = at(2, 12, 2, { id: 'c2' })
  expect(builder.correct(at(2, 11, 2, { id: 'c' }), right)).toMatchObject([{ close: 12, high: 12 }])
  expect(builder.correct(at(7, 1, 1, { id: 'unknown' }))).toEqual([])
})

test('trades that make no price still count for the volume', () => {
  const counts = ({ conditions }: Trade) => ({ price: !conditions?.includes('I'), volume: true })
  const odd = at(1, 99, 3, { conditions: ['I'] })
  expect(build({ interval: '1m', counts }, [odd, at(2, 10, 1)])).toMatchObject([
    { open: 10, high: 10, volume: 4 },
  ])
})

test('a day of New York is of 23, 24 or 25 hours, and its bars of four hours begin on the wall clock', () => {
  const timeZone = 'America/New_York'
  expect(opens({ interval: '1d', timeZone }, ['2024-03-10T04:59:00Z', '2024-03-10T05:00:00Z'])).toEqual([
    '2024-03-09T05:00',
    '2024-03-10T05:00',
  ])
  const spring = createBarBuilder({ interval: '1d', timeZone })
  spring.push(at('2024-03-10T12:00:00Z'))
  expect(spring.advance(Date.parse('2024-03-11T03:59:00Z'))).toEqual([])
  expect(spring.advance(Date.parse('2024-03-11T04:00:00Z'))).toMatchObject([{ date: '2024-03-10' }])
  const autumn = createBarBuilder({ interval: '1d', timeZone })
  autumn.push(at('2024-11-03T12:00:00Z'))
  expect(autumn.advance(Date.parse('2024-11-04T04:59:00Z'))).toEqual([])
  expect(autumn.advance(Date.parse('2024-11-04T05:00:00Z'))).toMatchObject([{ date: '2024-11-03' }])
  // 03:30 and 04:30 of the day on which 02:00 was skipped.
  expect(opens({ interval: '4h', timeZone }, ['2024-03-10T07:30:00Z', '2024-03-10T08:30:00Z'])).toEqual([
    '2024-03-10T05:00',
    '2024-03-10T08:00',
  ])
})

test('only trades of the session count, up to its early close', () => {
  const options = { interval: '30m', calendar: xnys } as const
  const dayAfterThanksgiving = [
    '2024-11-29T14:29:59.999Z',
    '2024-11-29T14:30:00Z',
    '2024-11-29T17:59:00Z',
    '2024-11-29T18:00:00Z',
  ]
  expect(opens(options, dayAfterThanksgiving)).toEqual(['2024-11-29T14:30', '2024-11-29T17:30'])
  expect(opens({ ...options, extendedHours: true }, dayAfterThanksgiving)).toEqual([
    '2024-11-29T14:00',
    '2024-11-29T14:30',
    '2024-11-29T17:30',
    '2024-11-29T18:00',
  ])
  const builder = createBarBuilder({ interval: '1d', calendar: xnys })
  builder.push(at('2024-11-29T15:00:00Z', 10))
  expect(builder.push(at('2024-11-29T19:00:00Z', 99))).toEqual([])
  expect(builder.advance(Date.parse('2024-11-29T17:59:00Z'))).toEqual([])
  expect(builder.advance(Date.parse('2024-11-29T18:00:00Z'))).toMatchObject([
    { date: '2024-11-29', time: Date.parse('2024-11-29T05:00:00Z'), close: 10, closed: true },
  ])
})

test('hours may be counted from the open of the session', () => {
  const options = { interval: '1h', calendar: xnys } as const
  const times = ['2024-01-02T14:30:00Z', '2024-01-02T15:15:00Z', '2024-01-02T20:45:00Z']
  expect(opens({ ...options, align: 'session' }, times)).toEqual(['2024-01-02T14:30', '2024-01-02T20:30'])
  expect(opens(options, times)).toEqual(['2024-01-02T14:00', '2024-01-02T15:00', '2024-01-02T20:00'])
  const last = createBarBuilder({ ...options, align: 'session' })
  last.push(at('2024-01-02T20:45:00Z'))
  expect(last.advance(Date.parse('2024-01-02T21:00:00Z'))).toMatchObject([{ closed: true }])
})

test('a pause at noon does not end the day', () => {
  const builder = createBarBuilder({ interval: '1d', calendar: xtks })
  builder.push(at('2024-06-03T02:29:00Z', 10))
  expect(builder.push(at('2024-06-03T02:45:00Z', 99))).toEqual([])
  builder.push(at('2024-06-03T03:30:00Z', 11))
  expect(builder.push(at('2024-06-03T04:00:00Z', 12))).toMatchObject([
    { date: '2024-06-03', open: 10, high: 12, close: 12, trades: 3, closed: false },
  ])
})

test('what is traded on Sunday evening in Chicago belongs to Monday, and to its week', () => {
  const sunday = '2024-06-02T22:30:00Z'
  const [day] = build({ interval: '1d', calendar: cme }, [at(sunday), at('2024-06-03T15:00:00Z')])
  expect(day).toMatchObject({ date: '2024-06-03', trades: 2 })
  const [week] = build({ interval: '1w', calendar: cme }, [at(sunday), at('2024-06-07T15:00:00Z')])
  expect(week).toMatchObject({ date: '2024-06-03', trades: 2 })
})

test('weeks, months and years end where the next one begins', () => {
  for (const [interval, trade, end] of [
    ['1w', '2024-02-28T00:00:00Z', '2024-03-04T00:00:00Z'],
    ['1mo', '2024-02-10T00:00:00Z', '2024-03-01T00:00:00Z'],
    ['3mo', '2024-02-10T00:00:00Z', '2024-04-01T00:00:00Z'],
    ['1y', '2024-02-10T00:00:00Z', '2025-01-01T00:00:00Z'],
    ['7h', '2024-02-10T22:00:00Z', '2024-02-11T00:00:00Z'],
  ] as const) {
    const builder = createBarBuilder({ interval })
    builder.push(at(trade))
    expect(builder.advance(Date.parse(end) - 1)).toEqual([])
    expect(builder.advance(Date.parse(end))).toMatchObject([{ closed: true }])
  }
})

test('any order of arrival within the kept bars gives the same bars', () => {
  const trade = fc.record({
    time: fc.integer({ min: 0, max: 3 * minute - 1 }),
    price: fc.integer({ min: 1, max: 10_000 }).map((cents) => cents / 100),
    size: fc.integer({ min: 1, max: 100_000 }).map((units) => units / 1e8),
  })
  fc.assert(
    fc.property(fc.array(trade, { minLength: 1, maxLength: 60 }), (rows) => {
      const inOrder = rows
        .toSorted((a, b) => a.time - b.time)
        .map((row, sequence) => at(row.time, row.price, row.size, { sequence }))
      // What is older than every bar that is kept would be left out.
      const [first, ...rest] = inOrder
      if (!first) return
      const shuffled = [first, ...rest.toSorted((a, b) => a.size - b.size)]
      const byTime = (bars: Bar[]) =>
        bars.toSorted((a, b) => a.time - b.time).map(({ closed: _, vwap, ...bar }) => [bar, vwap?.toFixed(9)])
      const options = { interval: '1m', keep: 5 } as const
      expect(byTime(build(options, shuffled))).toEqual(byTime(build(options, inOrder)))
    }),
  )
})

describe.runIf(hasRecordings)('recorded trades', () => {
  test('make the very bars that Kraken shows for the same minutes', async () => {
    const provider = await loadProvider(kraken())
    const recordings = new Map(readRecordings('kraken').map(({ name, response }) => [name, response]))
    const answer = (name: string) =>
      recordings.get(`kraken/nautilus-http_${name}.json`) ?? new HttpResponse({ status: 404, text: '' })
    const fields = { instrument, symbol: 'XBTUSDT', start: 0, end: Number.MAX_SAFE_INTEGER, now: 2e12 }
    const trades = provider.getTrades
      .parse(answer('trades'), sampleQuery(provider, 'getTrades', { ...fields, limit: 1000 }))
      .filter((trade): trade is Trade => typeof trade.price === 'number')
    const venue = [
      ...provider.getBars.parse(
        answer('ohlc'),
        sampleQuery(provider, 'getBars', { ...fields, interval: '1m' }),
      ),
    ]
    const [begin, end] = [trades[0]?.time ?? 0, trades.at(-1)?.time ?? 0]
    // The first and the last minute are cut by the recording.
    const whole = venue.filter(({ time }) => time > begin && time + minute <= end)
    const built = build({ interval: '1m', carry: true }, trades)
    const shape = ({ time, open, high, low, close, volume, trades: count }: Bar<'number' | 'string'>) => [
      time,
      open,
      high,
      low,
      close,
      volume,
      count,
    ]
    const byTime = new Map(built.map((bar) => [bar.time, bar]))
    expect(whole.length).toBeGreaterThan(400)
    expect(whole.map((bar) => byTime.get(bar.time)).map((bar) => bar && shape(bar))).toEqual(whole.map(shape))
  })
})

test('where the clock is set by half an hour, the hour of that night is two bars', () => {
  const timeZone = 'Australia/Lord_Howe'
  for (const [date, times] of [
    // 2:00 becomes 1:30.
    ['2024-04-06', ['14:00', '15:00', '15:30', '16:30']],
    // 2:00 becomes 2:30.
    ['2024-10-05', ['14:30', '15:30', '16:00', '17:00']],
  ] as const) {
    const builder = createBarBuilder({ interval: '1h', timeZone })
    const bars: Bar[] = []
    for (let time = Date.parse(`${date}T14:00Z`); time < Date.parse(`${date}T17:30Z`); time += minute)
      bars.push(...builder.push(at(time)).filter(({ closed }) => closed))
    const opens = bars.map((bar) => new Date(bar.time).toISOString().slice(11, 16))
    expect(opens.slice(-times.length)).toEqual(expect.arrayContaining(times.slice(0, -1)))
    for (const [index, bar] of bars.entries()) {
      const next = bars[index + 1]
      // Every minute is in one bar.
      if (next)
        expect(bar.trades).toBe((next.time - Math.max(bar.time, Date.parse(`${date}T14:00Z`))) / minute)
    }
  }
})

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Tokyo',
  'Asia/Hong_Kong',
  'Asia/Kolkata',
  'Australia/Adelaide',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
]
// The weekends on which clocks are set, of 2018 and 2024, in the north and in the south.
const weekends = [
  '2018-02-17',
  '2024-03-09',
  '2024-03-30',
  '2024-04-06',
  '2024-10-05',
  '2024-10-26',
  '2024-11-02',
]

test.each(zones)(
  'bars of %s begin on its wall clock, in order, through the nights when it is set',
  (timeZone) => {
    const wall = (time: number) => time + offsetInZone(time, timeZone)
    const wasSetAt = (time: number) => offsetInZone(time, timeZone) !== offsetInZone(time - 1, timeZone)
    const faults: string[] = []
    for (const interval of ['15m', '1h', '2h', '4h', '1d'] as const) {
      const { ms } = parseInterval(interval)
      for (const weekend of weekends) {
        const builder = createBarBuilder({ interval, timeZone })
        let last = Number.NEGATIVE_INFINITY
        for (
          let time = Date.parse(weekend);
          time < Date.parse(weekend) + 2 * 86_400_000;
          time += 10 * minute
        ) {
          const { time: open = Number.NaN } = builder.push(at(time)).at(-1) ?? {}
          // An hour that is set back repeats, one that is set forward is short: no bar is longer than that.
          const isInside = open <= time && time - open < ms + 2 * 3_600_000
          const isWhole =
            open === last ||
            (interval === '1d'
              ? dateInZone(open, timeZone) === dateInZone(time, timeZone)
              : ms > 3_600_000 || wall(open) % ms === 0 || wasSetAt(open))
          if (!isInside || !isWhole || open < last) faults.push(`${interval}: ${time} in a bar of ${open}`)
          last = open
        }
      }
    }
    expect(faults).toEqual([])
  },
)
