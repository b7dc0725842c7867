import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NetworkError, NotEntitledError } from '../errors/index.ts'
import type { Bar } from '../market/index.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { BarSequence } from './bar-sequence.ts'
import type { StreamGap } from './subscription.ts'

const minute = 60_000

function barAt(time: number, { closed = true } = {}): Bar {
  return { time, open: 1, high: 3, low: 1, close: 2, volume: 10, closed }
}

function open(history: (from: number) => Promise<readonly Bar[]>) {
  const clock = fakeClock()
  const told: Bar[] = []
  const gaps: StreamGap[] = []
  const sequence = new BarSequence({
    clock,
    interval: '1m',
    since: 0,
    history,
    onBar: (bar) => told.push(bar),
    onGap: (gap) => gaps.push(gap),
  })
  return { clock, told, gaps, sequence }
}

const closedTimes = (told: readonly Bar[]) => told.filter(({ closed }) => closed).map(({ time }) => time)

test('a bar changes while it forms and closes once, even if the venue repeats it', () => {
  const { sequence, told } = open(async () => [])
  for (const closed of [false, false, true, true, false]) sequence.receive(barAt(0, { closed }))
  expect(told.map(({ closed }) => closed)).toEqual([false, false, true])
})

test('the next bar closes one that the venue never closed', () => {
  const { sequence, told } = open(async () => [])
  sequence.receive(barAt(0, { closed: false }))
  sequence.receive(barAt(minute, { closed: false }))
  expect(told.map(({ time, closed }) => [time, closed])).toEqual([
    [0, false],
    [0, true],
    [minute, false],
  ])
})

test('wherever the feed breaks, history makes the sequence whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('bar', 'lost', 'repeated', 'late', 'break'), { minLength: 1, maxLength: 40 }),
      async (events) => {
        let newest = 0
        const { sequence, told, gaps, clock } = open(async (from) => {
          const bars = []
          for (let time = from; time <= newest; time += minute)
            bars.push(barAt(time, { closed: time < newest }))
          return bars
        })
        const work: Promise<void>[] = []
        sequence.receive(barAt(0))
        let isBroken = false
        for (const event of events) {
          if (event === 'repeated') sequence.receive(barAt(newest))
          else if (event === 'late') sequence.receive(barAt(Math.max(0, newest - 2 * minute)))
          else if (event === 'break') {
            sequence.interrupt()
            isBroken = true
          } else {
            newest += minute
            // Only a broken feed loses bars.
            if (event === 'lost' && !isBroken) {
              sequence.interrupt()
              isBroken = true
            } else {
              if (isBroken) work.push(sequence.resume())
              isBroken = false
              sequence.receive(barAt(newest))
            }
          }
        }
        if (isBroken) work.push(sequence.resume())
        await clock.advance(60_000)
        await Promise.all(work)
        newest += minute
        sequence.receive(barAt(newest))
        const times = closedTimes(told)
        expect(times).toEqual(Array.from({ length: newest / minute + 1 }, (_, i) => i * minute))
        expect(gaps).toEqual([])
      },
    ),
  )
})

test('a history that fails for a while is asked again', async () => {
  let failures = 2
  const { sequence, told, gaps, clock } = open(async (from) => {
    if (failures-- > 0) throw new NetworkError('away')
    return [barAt(from), barAt(from + minute)]
  })
  sequence.receive(barAt(0))
  sequence.interrupt()
  const resumed = sequence.resume()
  sequence.receive(barAt(2 * minute))
  await clock.advance(10_000)
  await resumed
  expect(closedTimes(told)).toEqual([0, minute, 2 * minute])
  expect(gaps).toEqual([])
})

test('a bar that history told of while it formed is not closed as it was then', async () => {
  const answers = [
    [{ ...barAt(minute, { closed: false }), volume: 5 }],
    [barAt(minute), barAt(2 * minute, { closed: false })],
  ]
  const { sequence, told, clock } = open(async () => answers.shift() ?? [])
  sequence.receive(barAt(0))
  sequence.interrupt()
  const resumed = sequence.resume()
  // The minute ends between the answer of history and the first word of the feed.
  sequence.receive(barAt(2 * minute, { closed: false }))
  await clock.advance(10_000)
  await resumed
  expect(told.filter(({ closed }) => closed)).toEqual([barAt(0), barAt(minute)])
  expect(told.at(-1)).toEqual(barAt(2 * minute, { closed: false }))
})

test('a hole that cannot be filled is told, and the feed goes on', async () => {
  const { sequence, told, gaps } = open(async () => {
    throw new NotEntitledError('No history in this plan.')
  })
  sequence.receive(barAt(0))
  sequence.interrupt()
  sequence.receive(barAt(5 * minute))
  await sequence.resume()
  expect(closedTimes(told)).toEqual([0, 5 * minute])
  expect(gaps).toMatchObject([
    { from: 0, to: 5 * minute, reason: expect.stringContaining('No history in this plan') },
  ])
})

test('the month after one of 31 days follows it without a hole, one later does not', () => {
  const [january, february, april] = [Date.UTC(2024, 0), Date.UTC(2024, 1), Date.UTC(2024, 3)]
  const asked: number[] = []
  const sequence = new BarSequence({
    clock: fakeClock(),
    interval: '1mo',
    since: january,
    complete: () => ['bars'],
    history(from) {
      asked.push(from)
      return new Promise(() => {})
    },
    onBar() {},
    onGap() {},
  })
  for (const time of [january, february]) sequence.receive(barAt(time))
  expect(asked).toEqual([])
  sequence.receive(barAt(april))
  expect(asked).toEqual([february])
})
