import { describe, expect, test } from 'vitest'
import { findValueArea } from './value-area.ts'

describe('the value area', () => {
  test('widens to the fuller side first, and upwards between equals', () => {
    expect(findValueArea(Float64Array.of(1, 2, 5, 3, 1), 8)).toEqual({ peak: 2, first: 2, last: 3 })
    expect(findValueArea(Float64Array.of(0, 2, 5, 2, 0), 7)).toEqual({ peak: 2, first: 2, last: 3 })
    expect(findValueArea(Float64Array.of(1, 2, 5), 8)).toEqual({ peak: 2, first: 0, last: 2 })
  })

  test.each([
    [Float64Array.of(-5, -3, 1, -2)],
    [Float64Array.of(-1e308, 2, 1e308)],
    [Float64Array.of(Number.NEGATIVE_INFINITY, 1, 1)],
  ])('ends at the last level where volumes below nothing can never sum up: %o', (levels) => {
    const { first, last } = findValueArea(levels, Number.POSITIVE_INFINITY)
    expect([first, last]).toEqual([0, levels.length - 1])
  })
})
