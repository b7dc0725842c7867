import { describe, expect, test } from 'vitest'
import { indicatorData } from '../../../testing/indicator-data.ts'
import { expectFormulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import { mean } from '../../../testing/indicator-formulas/reference.ts'
import { close, columnOf, high, low, scan } from '../../../testing/indicator-formulas/series.ts'
import { indicators } from '../index.ts'

describe('functions that follow a price give what their sources say', () => {
  expectFormulas(
    {
      // S. Nison, "Beyond Candlesticks" (1994): a brick for each full height beyond the last, two heights to turn.
      RENKO: ({ size = 0, percent = 1 }) => {
        const first = close[0] ?? Number.NaN
        const height = size || (first * percent) / 100
        const rows = scan([close], { end: first, side: 0 }, (before, [value = 0]) => {
          let { end, side } = before
          let bricks = 0
          const away = (sign: number) => (side === -sign ? 2 : 1) * height
          for (const sign of [1, -1])
            while (sign * (value - end) >= away(sign)) {
              end += sign * away(sign)
              side = sign
              bricks += sign
            }
          return [{ end, side }, [end, side, bricks]]
        })
        return [0, 1, 2].map((place) => columnOf(rows, place))
      },
      // A. Merrill, "Filtered Waves" (1977): swings of at least so many percent; the leg under way ends at its extreme.
      ZIGZAG: ({ deviation = 5 }) => {
        const rows = scan(
          [high, low],
          { from: 0, side: 1, pivot: low[0] ?? Number.NaN },
          (before, [h = 0, l = 0], i) => {
            const rises = before.side > 0
            const leg = (rises ? high : low).slice(before.from, i)
            const extreme = rises ? Math.max(...leg) : Math.min(...leg)
            const goesOn = leg.length === 0 || (rises ? h >= extreme : l <= extreme)
            const turns =
              !goesOn && (rises ? l <= extreme * (1 - deviation / 100) : h >= extreme * (1 + deviation / 100))
            if (turns)
              return [{ from: i, side: -before.side, pivot: extreme }, [rises ? l : h, extreme, -before.side]]
            return [before, [goesOn ? (rises ? h : l) : extreme, before.pivot, before.side]]
          },
        )
        return [0, 1, 2].map((place) => columnOf(rows, place))
      },
    },
    { others: { RENKO: { size: 0.7, percent: 1 } } },
  )
})

describe('functions that follow a price', () => {
  const first = (name: string, inputs: number[][], params = {}) =>
    indicators
      .get(name)
      ?.compute(inputs, params)
      .map((column) => Array.from(column))

  test('Renko: a brick for each full height, and two heights to turn', () => {
    const [value, direction, bricks] =
      first('RENKO', [[100, 101.5, 103, 102.2, 101, 100.9]], { size: 1 }) ?? []
    expect(value).toEqual([100, 101, 103, 103, 101, 101])
    expect(direction).toEqual([0, 1, 1, 1, -1, -1])
    expect(bricks).toEqual([0, 1, 2, 0, -1, 0])
  })

  test('ZigZag: a leg ends when the price comes back by the deviation', () => {
    const [extreme, pivot, direction] =
      first(
        'ZIGZAG',
        [
          [100, 110, 108, 104, 112],
          [99, 108, 106, 102, 108],
        ],
        { deviation: 5 },
      ) ?? []
    expect(extreme).toEqual([100, 110, 110, 102, 112])
    expect(pivot).toEqual([99, 99, 99, 110, 102])
    expect(direction).toEqual([1, 1, 1, -1, 1])
  })

  test('the stop of average true ranges only comes closer until it is crossed', () => {
    const flat = [10, 10, 11, 12, 11.5, 8]
    const [stop, direction] =
      first('ATR_STOP', [flat.map((c) => c + 0.5), flat.map((c) => c - 0.5), flat], {
        period: 1,
        multiplier: 1,
      }) ?? []
    expect(stop).toEqual([Number.NaN, 9, 9.5, 10.5, 10.5, 12])
    expect(direction).toEqual([Number.NaN, 1, 1, 1, 1, -1])
  })

  test('volume profile: most was traded where the bars lie on each other', () => {
    const [point, top, bottom] =
      first(
        'VOLUME_PROFILE',
        [
          [2, 4, 4],
          [1, 3, 3],
          [1, 10, 10],
        ],
        { period: 3, bins: 3, share: 90 },
      ) ?? []
    expect([point?.[2], top?.[2], bottom?.[2]]).toEqual([3.5, 4, 3])
  })

  test('the Hurst exponent is near a half for a random walk and near one for a trend of trends', () => {
    const long = Array.from(indicatorData('walk', 3_000, 9).close)
    const exponents = (first('HURST', [long], { period: 1_000 })?.[0] ?? []).filter(
      (value) => !Number.isNaN(value),
    )
    expect(mean(exponents)).toBeGreaterThan(0.4)
    expect(mean(exponents)).toBeLessThan(0.7)
  })
})
