import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NetworkError, NotEntitledError } from '../errors/index.ts'
import { crypto, type Trade } from '../market/index.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { CountedTrades } from './counted-trades.ts'
import { KeyedTrades } from './keyed-trades.ts'
import type { StreamGap } from './subscription.ts'
import type { TradeSequence, TradeSequenceOptions } from './trade-sequence.ts'

const instrument = crypto('BTC', 'USD')
const begin = 1_000_000

/** Trade number `n`; two of them share each millisecond. */
function trade(n: number): Trade {
  return { instrument, time: begin + (n >> 1), price: 10 + (n % 3), size: 1, id: `t${n}`, sequence: n }
}
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

type Kind = new (options: TradeSequenceOptions) => TradeSequence

function start(Sequence: Kind, history: TradeSequenceOptions['history'] = () => undefined) {
  const clock = fakeClock(begin)
  const told: Trade[] = []
  const gaps: StreamGap[] = []
  const sequence = new Sequence({
    clock,
    since: begin,
    history,
    onTrade: (one) => told.push(one),
    onGap: (gap) => gaps.push(gap),
  })
  const live = (...live: number[]) => {
    for (const n of live) sequence.receive(trade(n))
  }
  return { clock, sequence, told, gaps, live, toldNumbers: () => told.map(({ sequence: n }) => n) }
}

/** History as venues answer it: so many trades of the range at most, the oldest or the newest of them. */
function historyOf(trades: readonly Trade[], { page = 1000, newestFirst = false } = {}) {
  return async (from: number, to: number) => {
    const found = trades.filter(({ time }) => time >= from && time < to)
    return newestFirst ? found.slice(-page) : found.slice(0, page)
  }
}

/** What the venue has traded, up to a number. */
const until = (end: number) => numbers(0, end).map(trade)

describe.each([
  ['counted', CountedTrades],
  ['known by id', KeyedTrades],
] as const)('trades that are %s', (_, Sequence) => {
  test('are told once each, and those of a break are fetched in pages', async () => {
    const { sequence, live, toldNumbers, gaps } = start(Sequence, historyOf(until(63), { page: 7 }))
    live(0, 1, 2, 2, 1)
    sequence.interrupt()
    const filled = sequence.resume()
    live(60, 61)
    await filled
    live(61, 62)
    expect(toldNumbers()).toEqual(numbers(0, 63))
    expect(gaps).toEqual([])
  })

  test('a break before the first trade is filled from the beginning', async () => {
    const { sequence, live, toldNumbers } = start(Sequence, historyOf(until(21), { page: 5 }))
    sequence.interrupt()
    const filled = sequence.resume()
    live(20)
    await filled
    expect(toldNumbers()).toEqual(numbers(0, 21))
  })

  test('without a history the break is a gap', async () => {
    const { clock, sequence, live, toldNumbers, gaps } = start(Sequence)
    live(0)
    sequence.interrupt()
    await clock.advance(4)
    void sequence.resume()
    live(8)
    await clock.advance(200)
    live(9)
    expect(toldNumbers()).toEqual([0, 8, 9])
    expect(gaps).toEqual([{ from: begin, to: begin + 4, reason: 'The connection was lost.' }])
  })

  test('a history that fails is asked again, and what it never gives is a gap', async () => {
    let asked = 0
    const { clock, sequence, live, toldNumbers, gaps } = start(Sequence, async () => {
      asked++
      throw new NetworkError('down')
    })
    live(0)
    sequence.interrupt()
    void sequence.resume()
    live(8)
    await clock.advance(20_000)
    expect(asked).toBe(7)
    expect(toldNumbers()).toEqual([0, 8])
    expect(gaps).toMatchObject([{ reason: expect.stringContaining('down') }])
  })

  test('a refusal is not asked again', async () => {
    let asked = 0
    const { sequence, live, gaps } = start(Sequence, async () => {
      asked++
      throw new NotEntitledError('not in the plan')
    })
    live(0)
    sequence.interrupt()
    const filled = sequence.resume()
    live(8)
    await filled
    expect(asked).toBe(1)
    expect(gaps).toHaveLength(1)
  })

  test('a second break during the repair of the first loses nothing', async () => {
    const { clock, sequence, live, toldNumbers } = start(Sequence, (from, to) => {
      return new Promise((resolve) =>
        clock.schedule(300, () => resolve(until(32).filter(({ time }) => time >= from && time < to))),
      )
    })
    live(0, 1)
    sequence.interrupt()
    void sequence.resume()
    live(10, 11)
    await clock.advance(100)
    sequence.interrupt()
    void sequence.resume()
    live(30)
    await clock.advance(2_000)
    live(31)
    expect(toldNumbers()).toEqual(numbers(0, 32))
  })

  test('nothing is told after the end', async () => {
    const { sequence, live, toldNumbers } = start(Sequence, historyOf(until(9)))
    live(0)
    sequence.interrupt()
    const filled = sequence.resume()
    sequence.stop()
    await filled
    live(1)
    expect(toldNumbers()).toEqual([0])
  })
})

describe('counted trades', () => {
  test('one that was overtaken takes its place', async () => {
    const { live, toldNumbers } = start(CountedTrades, () => {
      throw new Error('history is not asked')
    })
    live(0, 2, 3, 1, 4)
    expect(toldNumbers()).toEqual([0, 1, 2, 3, 4])
  })

  test('a number that stays away is fetched', async () => {
    const { clock, live, toldNumbers, gaps } = start(CountedTrades, historyOf(until(5)))
    live(0, 3, 4)
    expect(toldNumbers()).toEqual([0])
    await clock.advance(200)
    expect(toldNumbers()).toEqual([0, 1, 2, 3, 4])
    expect(gaps).toEqual([])
  })

  test('a history that answers with its newest page is walked back', async () => {
    const { sequence, live, toldNumbers } = start(
      CountedTrades,
      historyOf(until(91), { page: 6, newestFirst: true }),
    )
    live(0)
    sequence.interrupt()
    const filled = sequence.resume()
    live(90)
    await filled
    expect(toldNumbers()).toEqual(numbers(0, 91))
  })

  test('each hole that history does not have is a gap of its own', async () => {
    const known = [...numbers(0, 4), ...numbers(8, 20)].map(trade)
    const { clock, sequence, live, toldNumbers, gaps } = start(CountedTrades, historyOf(known))
    live(0)
    sequence.interrupt()
    void sequence.resume()
    live(22)
    await clock.advance(60_000)
    live(23)
    expect(toldNumbers()).toEqual([...numbers(0, 4), ...numbers(8, 20), 22, 23])
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [trade(3).time, trade(8).time],
      [trade(19).time, trade(22).time],
    ])
  })

  test('a venue that counts anew is followed, and the jump told', () => {
    const { live, sequence, toldNumbers, gaps } = start(CountedTrades)
    live(500)
    sequence.receive({ ...trade(1), time: begin + 100_000 })
    expect(toldNumbers()).toEqual([500, 1])
    expect(gaps).toHaveLength(1)
  })

  test('whatever is dropped, doubled, delayed or cut, each trade is told once and in order', async () => {
    const fault = fc.constantFrom('none', 'none', 'none', 'drop', 'double', 'delay', 'cut')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { minLength: 5, maxLength: 120 }),
        fc.integer({ min: 3, max: 40 }),
        fc.boolean(),
        async (faults, page, newestFirst) => {
          let happened: Trade[] = []
          const { clock, sequence, toldNumbers, gaps } = start(CountedTrades, (from, to) =>
            historyOf(happened, { page, newestFirst })(from, to),
          )
          let delayed: Trade | undefined
          for (const [n, kind] of faults.entries()) {
            const one = trade(n)
            happened = [...happened, one]
            if (kind === 'cut') {
              sequence.interrupt()
              await clock.advance(20)
              void sequence.resume()
            } else if (kind === 'delay') delayed = one
            else if (kind !== 'drop') sequence.receive(one)
            if (kind === 'double') sequence.receive(one)
            if (delayed && kind === 'none') {
              sequence.receive(delayed)
              delayed = undefined
            }
            await clock.advance(3)
          }
          const end = trade(faults.length)
          happened = [...happened, end]
          sequence.receive(end)
          await clock.advance(1_000)
          // What came before the first trade that was told is not part of the feed.
          const [first = 0] = toldNumbers()
          expect(toldNumbers()).toEqual(numbers(first, faults.length + 1))
          expect(gaps).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('trades without ids', () => {
  const plain = (time: number, size = 1): Trade => ({ instrument, time: begin + time, price: 10, size })

  test('two that are alike in everything are two', async () => {
    const truth = [plain(0), plain(1), plain(1), plain(1), plain(2, 5), plain(3)]
    const { sequence, told } = start(KeyedTrades, historyOf(truth))
    sequence.receive(plain(0))
    sequence.receive(plain(1))
    sequence.receive(plain(1))
    sequence.interrupt()
    const filled = sequence.resume()
    sequence.receive(plain(3))
    await filled
    expect(told).toEqual(truth)
  })
})
