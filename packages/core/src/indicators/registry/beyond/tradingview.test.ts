import { describe, expect, test } from 'vitest'
import { expectFormulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import {
  over,
  rma,
  total,
  tradingview,
  trueRanges,
  zip,
} from '../../../testing/indicator-formulas/reference.ts'
import { change, close, high, low, minus, volume } from '../../../testing/indicator-formulas/series.ts'
import { indicators } from '../index.ts'

const { ema, atr } = tradingview
const known = (value: number, give: number) => (Number.isNaN(value) ? value : give)

/** `ta.dmi` of the Pine Script reference: both indicators, then the index before it is averaged. */
function movements(period: number) {
  const moves = [change(high), change(low).map((move) => -move)]
  const ranges = rma(trueRanges(high, low, close), period)
  const share = (own: number[] = [], other: number[] = []) =>
    zip(
      [
        rma(
          zip([own, other], (a, b) => known(a, a > b && a > 0 ? a : 0)),
          period,
        ),
        ranges,
      ],
      (move, range) => (100 * move) / range,
    )
  const [plus, minusIndicator] = [share(moves[0], moves[1]), share(moves[1], moves[0])]
  return {
    plus,
    minus: minusIndicator,
    index: zip([plus, minusIndicator], (a, b) => (100 * Math.abs(a - b)) / (a + b)),
  }
}

// The formulas of the Pine Script reference and of TradingView's scripts; the defaults are TA-Lib's, as with every profile.
describe("TA-Lib's functions with the tradingview profile give what Pine Script's formulas say", () => {
  expectFormulas(
    {
      EMA: ({ period = 30 }) => [ema(close, period)],
      DEMA: ({ period = 30 }) => [
        minus(
          ema(close, period).map((value) => 2 * value),
          ema(ema(close, period), period),
        ),
      ],
      TEMA: ({ period = 30 }) => {
        const [once, twice] = [ema(close, period), ema(ema(close, period), period)]
        return [zip([once, twice, ema(twice, period)], (a, b, c) => 3 * (a - b) + c)]
      },
      MACD: ({ fastPeriod = 12, slowPeriod = 26, signalPeriod = 9 }) => {
        const line = minus(ema(close, fastPeriod), ema(close, slowPeriod))
        const signal = ema(line, signalPeriod)
        return [line, signal, minus(line, signal)]
      },
      TRIX: ({ period = 30 }) => {
        const thrice = ema(ema(ema(close.map(Math.log), period), period), period)
        return [change(thrice).map((value) => 10_000 * value)]
      },
      ATR: ({ period = 14 }) => [atr(high, low, close, period)],
      NATR: ({ period = 14 }) => [
        zip([atr(high, low, close, period), close], (range, c) => (100 * range) / c),
      ],
      PLUS_DI: ({ period = 14 }) => [movements(period).plus],
      MINUS_DI: ({ period = 14 }) => [movements(period).minus],
      DX: ({ period = 14 }) => [movements(period).index],
      ADX: ({ period = 14 }) => [rma(movements(period).index, period)],
      CMO: ({ period = 14 }) => {
        const sum = (sign: number) =>
          over(
            change(close).map((move) => known(move, Math.max(0, sign * move))),
            period,
            total,
          )
        return [zip([sum(1), sum(-1)], (gain, loss) => (100 * (gain - loss)) / (gain + loss))]
      },
      OBV: () => {
        let line = 0
        return [
          zip([change(close), volume], (move, traded) => {
            line += Math.sign(move || 0) * traded
            return line
          }),
        ]
      },
    },
    { options: { profile: 'tradingview' } },
  )
})

test('without any move RSI is 100 with the tradingview profile, batch and stream, and 0 without', () => {
  const rsi = indicators.get('RSI')
  const flat = [7, 7, 7, 7, 7]
  const stream = rsi?.createStream({ period: 2, profile: 'tradingview' })
  expect(flat.map((value) => stream?.push(value)).slice(2)).toEqual([100, 100, 100])
  expect(rsi?.compute([flat], { period: 2, profile: 'tradingview' })[0]?.slice(2)).toEqual(
    Float64Array.of(100, 100, 100),
  )
  expect(rsi?.compute([flat], { period: 2 })[0]?.slice(2)).toEqual(Float64Array.of(0, 0, 0))
})

test('a stop of average true ranges starts a bar earlier with the tradingview profile', () => {
  const stop = indicators.get('ATR_STOP')
  expect(stop?.lookback({ period: 14 })).toBe(14)
  expect(stop?.lookback({ period: 14, profile: 'tradingview' })).toBe(13)
})

test('every function with a tradingview profile differs by it somewhere', () => {
  const series: Record<string, number[]> = { high, low, close, volume }
  for (const { name, inputs, profiles, compute } of indicators.values()) {
    if (profiles.length === 1 || name === 'RSI') continue
    const columns = inputs.map((input) => series[input] ?? [])
    expect(compute(columns, { profile: 'tradingview' }), name).not.toEqual(compute(columns))
  }
})
