import { describe, expect, test } from 'vitest'
import { indicatorData } from '../../../testing/indicator-data.ts'
import { mean } from '../../../testing/indicator-formulas/reference.ts'
import { indicators } from '../index.ts'

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
