import { describe, expect, test } from 'vitest'
import type { GetBarsOptions } from '../../client/options.ts'
import { NoDataError, UnsupportedError } from '../../errors/index.ts'
import { BarSeries, parseInstrument } from '../../market/index.ts'
import { probabilityUp } from './callsOf.ts'
import type { JournalEntry } from './journal.ts'
import { scoreCalls } from './scoreCalls.ts'
import { wilsonInterval } from './wilsonInterval.ts'

const day = 86_400_000
const first = Date.UTC(2025, 0, 1)

/** Daily closes by instrument, the first on 1 January 2025. */
function clientOf(closes: Record<string, number[]>) {
  return {
    getBars: async ({ symbol, start, end }: GetBarsOptions) => {
      const id = typeof symbol === 'string' ? symbol : symbol.id
      const all = closes[id]
      if (!all) throw new NoDataError('No bars.')
      const bars = all
        .map((close, index) => ({ close, time: first + index * day }))
        .filter(({ time }) => time >= Number(start) && time < Number(end))
      const column = Float64Array.from(bars, ({ close }) => close)
      return new BarSeries(
        {
          instrument: parseInstrument(id),
          interval: '1d',
          timeZone: 'UTC',
          currency: 'USD',
          priceScale: 1,
          adjustment: 'splits',
          source: { provider: 'test', fetchedAt: 0, delayedMs: null, attempts: [] },
          gaps: [],
          issues: [],
          simulated: false,
          forming: false,
        },
        {
          time: Float64Array.from(bars, ({ time }) => time),
          open: column,
          high: column,
          low: column,
          close: column,
          volume: column,
        },
      )
    },
  }
}

let serial = 0
function call(more: Partial<JournalEntry>): JournalEntry {
  const view = { stance: 'bullish', conviction: 'strong', ...more } as const
  serial++
  return {
    id: `call-${serial}`,
    kind: 'technical',
    subject: 'equity:UP',
    horizon: 'week',
    asOf: '2025-02-01T00:00:00.000Z',
    model: 'test',
    probabilityUp: probabilityUp(view),
    ...view,
  }
}

const rising = Array.from({ length: 120 }, (_, index) => 100 + index)
const client = clientOf({
  'equity:UP': rising,
  'equity:DOWN': [...rising].reverse(),
  'equity:FLAT': rising.map(() => 50),
})
const now = first + 110 * day

describe('scoreCalls', () => {
  test('a call is scored from the last close before it to the last close within its horizon', async () => {
    const { scored } = await scoreCalls([call({})], { client, now })
    // The bars of 31 January and of 7 February.
    expect(scored).toMatchObject([{ from: 130, to: 137, outcome: 1 }])
  })

  test('Brier score, hit rate and calibration follow from the outcomes', async () => {
    const entries = [
      call({}),
      call({ subject: 'equity:DOWN' }),
      call({ subject: 'equity:DOWN', stance: 'bearish', conviction: 'moderate' }),
      call({ stance: 'neutral' }),
    ]
    const { calls, calibration } = await scoreCalls(entries, { client, now })
    expect(calls.brier).toBeCloseTo((0.25 ** 2 + 0.75 ** 2 + 0.35 ** 2 + 0.5 ** 2) / 4, 12)
    expect(calls).toMatchObject({ calls: 4, hits: 2, leaning: 3 })
    expect(calls.hitRate?.rate).toBeCloseTo(2 / 3, 12)
    expect(calibration).toEqual([
      { said: 0.35, calls: 1, happened: 0 },
      { said: 0.5, calls: 1, happened: 1 },
      { said: 0.75, calls: 2, happened: 0.5 },
    ])
  })

  test('baselines make the same calls without thinking', async () => {
    const entries = [call({ subject: 'equity:DOWN' }), call({ subject: 'equity:DOWN' }), call({})]
    const { baselines } = await scoreCalls(entries, { client, now })
    expect(baselines.alwaysUp).toMatchObject({ hits: 1, leaning: 3 })
    expect(baselines.momentum).toMatchObject({ hits: 3, leaning: 3 })
    expect(baselines.coin).toMatchObject({ brier: 0.25, leaning: 0, hitRate: null })
  })

  test('an unchanged price is no hit and no miss', async () => {
    const { calls } = await scoreCalls([call({ subject: 'equity:FLAT' })], { client, now })
    expect(calls).toMatchObject({ calls: 1, leaning: 0, brier: 0.0625 })
  })

  test('calls that are not due wait, and calls without prices are told', async () => {
    const entries = [call({ asOf: new Date(now - day).toISOString() }), call({ subject: 'equity:NONE' })]
    const { pending, unscored, calls } = await scoreCalls(entries, { client, now })
    expect({ pending, unscored, calls: calls.calls, brier: calls.brier }).toEqual({
      pending: 1,
      unscored: 1,
      calls: 0,
      brier: null,
    })
  })

  test('a split is no fall, whatever the source answers by default', async () => {
    const split = 35
    const [traded, restated] = ['equity:TRADED', 'equity:RESTATED']
    const prices = clientOf({
      [traded]: rising.map((price, index) => (index < split ? price : price / 4)),
      [restated]: rising.map((price) => price / 4),
    })
    const served = (kinds: readonly string[]) => ({
      async getBars({ adjustment = 'raw', ...options }: GetBarsOptions) {
        if (!kinds.includes(adjustment)) throw new UnsupportedError('Not in this adjustment.')
        return prices.getBars({ ...options, symbol: adjustment === 'raw' ? traded : restated })
      },
    })
    for (const kinds of [
      ['raw', 'splits'],
      ['raw', 'splits+dividends'],
    ]) {
      const { scored } = await scoreCalls([call({})], { client: served(kinds), now })
      expect(scored).toMatchObject([{ from: 130 / 4, to: 137 / 4, outcome: 1 }])
    }
    expect(await scoreCalls([call({})], { client: served(['raw']), now })).toMatchObject({ unscored: 1 })
  })

  test('nothing after the horizon counts, however the price went on', async () => {
    const later = [...rising.slice(0, 38), ...rising.slice(38).map(() => 1)]
    const { scored } = await scoreCalls([call({})], { client: clientOf({ 'equity:UP': later }), now })
    expect(scored).toMatchObject([{ to: 137, outcome: 1 }])
  })
})

test.each([
  // Wilson (1927), as computed by R's prop.test without continuity correction.
  [8, 10, 0.490162, 0.943318],
  [0, 10, 0, 0.277533],
  [50, 100, 0.403832, 0.596168],
])('the interval of %i in %i', (hits, trials, low, high) => {
  const interval = wilsonInterval(hits, trials)
  expect(interval.low).toBeCloseTo(low, 5)
  expect(interval.high).toBeCloseTo(high, 5)
})
