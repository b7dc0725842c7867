import { expect, test } from 'vitest'
import { extremeBars as placedBars } from './extremes.ts'
import { slidePlaces, writeLead, writeRecency } from './window-places.ts'

const length = placedBars + 64

/** Prices of whole ticks, so that equal ones are frequent; the same at every run. */
function ticks(seed: number): Float64Array {
  let last = seed
  let price = 100
  return new Float64Array(length).map(() => {
    last = (last * 48_271) % 2_147_483_647
    price += (last % 5) - 2
    return price
  })
}

/** How many bars ago the latest of the extremes in a window was. */
function ageOf(values: Float64Array, sign: 1 | -1): number {
  let place = 0
  for (const [index, value] of values.entries())
    if (sign * value >= sign * (values[place] as number)) place = index
  return values.length - 1 - place
}

test.each([2, 3, 14, 15, 31, 64])('extremes of %i bars are placed at the latest of equal ones', (period) => {
  const high = ticks(1)
  const low = ticks(2)
  const down = new Float64Array(length)
  const up = new Float64Array(length)
  const lead = new Float64Array(length)
  const unit = 100 / (period - 1)
  let wrong = 0
  for (const start of [period - 1, period])
    for (const end of [start + placedBars, start + placedBars - 1, start + period + 1]) {
      expect(slidePlaces(high, low, period, start, end)).toBe(true)
      writeRecency(down, up, period, start, end)
      writeLead(lead, period, start, end)
      for (let bar = start; bar < end; bar++) {
        const window = [bar - period + 1, bar + 1] as const
        const highestAge = ageOf(high.subarray(...window), 1)
        const lowestAge = ageOf(low.subarray(...window), -1)
        if (up[bar] !== unit * (period - 1 - highestAge)) wrong++
        if (down[bar] !== unit * (period - 1 - lowestAge)) wrong++
        if (lead[bar] !== unit * (lowestAge - highestAge)) wrong++
      }
    }
  expect(wrong).toBe(0)
})

test('a price that is missing or infinite is left to those who compare one by one', () => {
  for (const odd of [Number.NaN, Number.POSITIVE_INFINITY])
    for (const place of [5, 100, 200]) {
      const high = ticks(1)
      high[place] = odd
      expect(slidePlaces(high, ticks(2), 14, 13, 300)).toBe(false)
      expect(slidePlaces(ticks(2), high, 14, 13, 300)).toBe(false)
    }
})
