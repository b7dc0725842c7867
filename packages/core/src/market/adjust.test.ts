import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustSeries } from './adjust.ts'
import { splitRatio } from './adjust-split-ratio.ts'
import type { Adjustment } from './bar.ts'
import { BarSeries } from './bar-series.ts'
import type { CorporateAction } from './reference-data.ts'

const day = 86_400_000
const start = Date.UTC(2020, 0, 1)
const dateAt = (index: number) => new Date(start + index * day).toISOString().slice(0, 10)

function seriesOf(closes: readonly number[], adjustment: Adjustment = 'raw'): BarSeries {
  const column = Float64Array.from(closes)
  return new BarSeries(
    {
      instrument: { assetClass: 'equity', id: 'equity:TEST', symbol: 'TEST' },
      interval: '1d',
      timeZone: 'UTC',
      currency: 'USD',
      priceScale: 1,
      adjustment,
      source: { provider: 'test', fetchedAt: 0, delayedMs: null, attempts: [] },
      gaps: [],
      issues: [],
      simulated: false,
      forming: false,
    },
    {
      time: Float64Array.from(closes, (_, index) => start + index * day),
      open: column,
      high: column,
      low: column,
      close: column,
      volume: Float64Array.from(closes, (_, index) => 1000 + index),
    },
  )
}

const split = (index: number, numerator: number, denominator = 1): CorporateAction => ({
  type: 'split',
  date: dateAt(index),
  numerator,
  denominator,
})
const dividend = (index: number, amount: number): CorporateAction => ({
  type: 'dividend',
  date: dateAt(index),
  amount,
  currency: 'USD',
})

test('a 4-for-1 split quarters the prices before its ex-date and multiplies their volume', () => {
  const adjusted = adjustSeries(seriesOf([400, 404, 102]), [split(2, 4)], 'splits')
  expect([...adjusted.close]).toEqual([100, 101, 102])
  expect([...adjusted.volume]).toEqual([4000, 4004, 1002])
  expect(adjusted.adjustment).toBe('splits')
})

test('a dividend takes its share of the close before it off every earlier price, and no volume', () => {
  const adjusted = adjustSeries(seriesOf([50, 100, 98]), [dividend(2, 2)], 'splits+dividends')
  expect([...adjusted.close]).toEqual([49, 98, 98])
  expect([...adjusted.volume]).toEqual([1000, 1001, 1002])
})

test('a dividend on the day of a split is per new share', () => {
  const adjusted = adjustSeries(seriesOf([500, 99]), [split(1, 5), dividend(1, 1)], 'splits+dividends')
  expect(adjusted.close[0]).toBeCloseTo(99, 12)
})

test('a split after the last bar counts, a dividend after it waits for its close and is told', () => {
  const adjusted = adjustSeries(seriesOf([400, 404]), [split(5, 4), dividend(9, 1)], 'splits+dividends')
  expect([...adjusted.close]).toEqual([100, 101])
  expect(adjusted.issues.map((issue) => issue.kind)).toEqual(['dividend-after-series'])
})

test('a dividend as large as the price is refused', () => {
  expect(() => adjustSeries(seriesOf([1, 1]), [dividend(1, 1)], 'splits+dividends')).toThrow(
    /not below the price/,
  )
})

test('the simplest fraction is found behind a rounded ratio', () => {
  expect(splitRatio(0.25 / 0.0357143)).toEqual({ numerator: 7, denominator: 1 })
  expect(splitRatio(1.5)).toEqual({ numerator: 3, denominator: 2 })
  expect(splitRatio(0.0001)).toEqual({ numerator: 1, denominator: 10_000 })
})

const closes = fc.array(
  fc.integer({ min: 10_000, max: 99_999_999 }).map((cents) => cents / 100),
  { minLength: 2, maxLength: 40 },
)
const actions = fc.array(
  fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }))
      .map(([index, numerator, denominator]) => split(index, numerator, denominator)),
    fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 90 }))
      .map(([index, cents]) => dividend(index, cents / 100)),
  ),
  { maxLength: 6 },
)

test('undoing an adjustment gives back every digit', () => {
  fc.assert(
    fc.property(
      closes,
      actions,
      fc.constantFrom('splits' as const, 'splits+dividends' as const),
      (prices, list, to) => {
        const raw = seriesOf(prices)
        const back = adjustSeries(adjustSeries(raw, list, to), list, 'raw')
        expect([...back.close]).toEqual([...raw.close])
        expect([...back.volume]).toEqual([...raw.volume])
        expect(back.issues).toEqual([])
      },
    ),
  )
})

test('adjusting the start of a series for splits is the start of the adjusted series', () => {
  fc.assert(
    fc.property(closes, actions, fc.nat(40), (prices, list, cut) => {
      const raw = seriesOf(prices)
      const part = adjustSeries(raw.slice(0, cut), list, 'splits')
      expect([...part.close]).toEqual([...adjustSeries(raw, list, 'splits').slice(0, cut).close])
    }),
  )
})

test('the newest bar keeps its price, and the return over an ex-date is the return of the owner', () => {
  fc.assert(
    fc.property(closes, fc.integer({ min: 1, max: 90 }), (prices, cents) => {
      const index = prices.length - 1
      const adjusted = adjustSeries(seriesOf(prices), [dividend(index, cents / 100)], 'splits+dividends')
      expect(adjusted.close[index]).toBe(prices[index])
      const before = (prices[index - 1] as number) - cents / 100
      expect(adjusted.close[index - 1]).toBeCloseTo(before, 6)
    }),
  )
})
