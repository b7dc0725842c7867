import { expect, test } from 'vitest'
import { randomFrom } from '../../../testing/indicator-data.ts'
import { type IndicatorParams, indicators } from '../index.ts'

// 60 bars of a coin that doubles and halves, traded in fractions, and 60 in which nothing is traded and nothing moves: sums
// that ran over the first come back to 0 only by chance.
const lively = 60
const random = randomFrom(5)
let price = 1
const close = Array.from({ length: 2 * lively }, (_, bar) => {
  if (bar < lively) price *= Math.exp((random() - 0.5) * 3)
  return price
})
const wide = (factor: number) => close.map((value, bar) => (bar < lively ? value * factor : value))
const columns: Record<string, number[]> = {
  close,
  high: wide(1.013),
  low: wide(0.987),
  volume: close.map((_, bar) => (bar < lively ? random() / 3 : 0)),
}

/** Values once the window holds none of the lively bars. */
function afterwards(name: string, window: number, params: IndicatorParams = {}): number[] {
  const indicator = indicators.get(name)
  const [values] =
    indicator?.compute(
      indicator.inputs.map((input) => columns[input] ?? []),
      params,
    ) ?? []
  expect(values?.[lively - 1]).not.toBeNaN()
  return Array.from(values?.subarray(lively + window) ?? [])
}

test.each([
  ['VWMA', 20, {}],
  ['CMF', 20, {}],
  ['VORTEX', 14, {}],
  ['CHOP', 14, {}],
  ['CMO', 14, { profile: 'tradingview' }],
])('%s has no value where nothing was traded or moved in its window', (name, window, params) => {
  const values = afterwards(name, window, params)
  expect(values.length).toBeGreaterThan(30)
  expect(values.filter((value) => !Number.isNaN(value))).toEqual([])
})

test('VIDYA stays where it is while nothing moves', () => {
  const [first = Number.NaN, ...others] = afterwards('VIDYA', 9)
  expect(first).toBeGreaterThan(0)
  expect(new Set(others)).toEqual(new Set([first]))
})

test('WaveTrend finds no extreme in a market that never moved', () => {
  // A third of thrice the price is not always the price.
  const flat = close.map(() => 97.90595674314231)
  const [values] = indicators.get('WAVETREND')?.compute([flat, flat, flat]) ?? []
  expect(values?.subarray(60).every((value) => value === 0)).toBe(true)
})

test('the bands of a session of one bar lie on its price', () => {
  const times = close.map((_, bar) => bar * 86_400_000)
  const [value, upper, lower] =
    indicators.get('VWAP')?.compute([close, close, close, close.map(() => 3), times]) ?? []
  expect(upper).toEqual(value)
  expect(lower).toEqual(value)
})
