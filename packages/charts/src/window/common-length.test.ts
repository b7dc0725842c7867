import { expect, test } from 'vitest'
import { commonLength } from './common-length.ts'

test('columns agree up to the first value that differs', () => {
  expect(commonLength(Float64Array.of(1, 2, 3), 0, Float64Array.of(1, 2, 4), 0, 3)).toBe(2)
})

test('the NaN of a warm-up agrees with itself', () => {
  expect(commonLength(Float64Array.of(Number.NaN, 2), 0, Float64Array.of(Number.NaN, 2), 0, 2)).toBe(2)
})

test('the same values behind older ones agree: that is what paging history in looks like', () => {
  expect(commonLength(Float64Array.of(5, 6), 0, Float64Array.of(3, 4, 5, 6), 2, 2)).toBe(2)
})
