import { expect, test } from 'vitest'
import { rangeBars, slideExtreme } from './window-range.ts'

const length = rangeBars + 63

/** Numbers from 0 to 1 that are the same at every run. */
function randomNumbers(seed: number): () => number {
  let last = seed
  return () => {
    last = (last * 48_271) % 2_147_483_647
    return last / 2_147_483_647
  }
}

function walk(step: number, seed: number, sign = 1): Float64Array {
  const random = randomNumbers(seed)
  let value = 100
  return new Float64Array(length).map(() => {
    value *= 1 + (random() - 0.5) * step
    return sign * value
  })
}

const columns = {
  'calm prices': walk(0.01, 1),
  'prices that double within the column, not within a window': walk(0.1, 2),
  'prices that double within a window': walk(1.5, 3),
  'negative numbers': walk(0.01, 4, -1),
  'numbers of both signs': walk(0.5, 5).map((value) => value - 90),
  'equal prices': new Float64Array(length).fill(7),
  'numbers of every size': walk(0.01, 6).map((value, index) => value * 10 ** ((index % 301) - 150)),
  'infinite numbers': walk(0.01, 7).map((value, index) => (index % 50 ? value : Number.POSITIVE_INFINITY)),
}

function extremeOf(values: Float64Array, sign: 1 | -1): number {
  return values.reduce((extreme, value) => (sign * value > sign * extreme ? value : extreme))
}

test.each(Object.entries(columns))('the extreme of every window is one of its values: %s', (_, values) => {
  const slid = new Float64Array(length)
  let wrong = 0
  for (const sign of [1, -1] as const)
    for (const period of [4, 5, 7, 8, 13, 16, 31, 33, 64]) {
      // An odd number of bars and an even one, as loops take two at a time.
      for (const end of [period + rangeBars - 1, period + rangeBars - 2]) {
        expect(slideExtreme(values, sign, period, period - 1, end, slid, period - 1)).toBe(true)
        for (let bar = period - 1; bar < end; bar++)
          if (!Object.is(slid[bar], extremeOf(values.subarray(bar - period + 1, bar + 1), sign))) wrong++
      }
    }
  expect(wrong).toBe(0)
})

test.each([
  ['a missing price', Number.NaN],
  ['a zero, whose sign cannot be told', 0],
  ['a negative zero', -0],
])('%s is left to those who compare one by one', (_, odd) => {
  const values = walk(0.01, 8)
  values[200] = odd
  expect(slideExtreme(values, 1, 14, 13, 400, new Float64Array(length), 13)).toBe(false)
})

test('bars after the last one asked for do not matter', () => {
  const values = walk(0.01, 9)
  const slid = new Float64Array(length)
  slideExtreme(values, 1, 10, 9, 100, slid, 9)
  const before = slid.slice(9, 100)
  values.fill(1e9, 100)
  slideExtreme(values, 1, 10, 9, 100, slid, 9)
  expect(slid.slice(9, 100)).toEqual(before)
})
