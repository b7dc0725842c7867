import { expect, test } from 'vitest'
import { runChaos } from './run-chaos.ts'
import { soak } from './soak.ts'

/** Twenty-five venues at once, so that a thousand cuts, a second or so apart, take less than a minute. */
const venues = 25
const cutsPerVenue = 40

test('through 1,000 seeded cuts a listener is told the truth: nothing missing, nothing twice, in order', async () => {
  const runs = await Promise.all(
    Array.from({ length: venues }, (_, seed) =>
      seed % 4 === 3
        ? // Without numbers nobody can notice what never came, or came in another order.
          runChaos({
            seed,
            cuts: cutsPerVenue,
            counted: false,
            kinds: ['close', 'reset', 'half-open', 'silence', 'duplicate', 'rest-429'],
          })
        : runChaos({ seed, cuts: cutsPerVenue, bookStyle: seed % 2 === 0 ? 'numbered' : 'checked' }),
    ),
  )
  expect(runs.reduce((sum, { cuts }) => sum + cuts, 0)).toBe(1_000)
  expect(runs.flatMap(({ faults }) => faults).slice(0, 20)).toEqual([])
  expect(runs.flatMap(({ gaps }) => gaps)).toEqual([])
  for (const { trades, bars, quotes, books, recoveryMs } of runs) {
    // What is traded goes by the clock, and a busy machine makes fewer of its seconds.
    expect(trades).toBeGreaterThan(10 * cutsPerVenue)
    expect(bars).toBeGreaterThan(5)
    // It conflates these: about one after each cut, fewer where a machine is so busy that the next cut comes first.
    expect(quotes).toBeGreaterThan(cutsPerVenue / 2)
    expect(books).toBeGreaterThan(cutsPerVenue / 2)
    expect(recoveryMs).toHaveLength(cutsPerVenue)
  }
}, 180_000)

test('hours under chaos, on a clock that is told when to move, are told without a fault', async () => {
  const run = await soak({ seed: 5, hours: 1 })
  expect(run.faults.slice(0, 10)).toEqual([])
  expect(run.gaps).toEqual([])
  expect(run.cuts).toBeGreaterThanOrEqual(90)
  expect(run.trades).toBeGreaterThan(3_000)
  expect(run.bars).toBeGreaterThanOrEqual(60)
  expect(run.books).toBeGreaterThan(500)
  expect(run.quotes).toBeGreaterThan(300)
}, 120_000)
