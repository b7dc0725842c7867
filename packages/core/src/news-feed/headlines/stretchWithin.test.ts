import { expect, test } from 'vitest'
import { stretchWithin } from './stretchWithin.ts'

test('a text is found where it stands, whatever is before and behind it', () => {
  expect(stretchWithin('cutsdividend', 'gazetteacmecutsdividendtoday', 2)).toEqual({
    start: 11,
    end: 23,
    mistakes: 0,
  })
})

test.each([
  ['a letter changed', 'dividend', 'cutsdivudendnow', 1],
  ['a letter too few', 'dividend', 'cutsdvidendnow', 1],
  ['a letter too much', 'dividend', 'cutsdivvidendnow', 1],
  ['two turned', 'dividend', 'cutsdiviednd', 1],
  ['two mistakes', 'dividend', 'cutsdvidenbnow', 2],
])('%s', (_mistake, part, whole, mistakes) => {
  expect(stretchWithin(part, whole, 2)?.mistakes).toBe(mistakes)
  expect(stretchWithin(part, whole, mistakes - 1)).toBeUndefined()
})

test('of several stretches the one with the fewest mistakes is given', () => {
  expect(stretchWithin('profit', 'prifotandprofits', 2)).toEqual({ start: 9, end: 15, mistakes: 0 })
})

test('a text that is longer than the whole by more than the mistakes is not in it', () => {
  expect(stretchWithin('dividend', 'divi', 3)).toBeUndefined()
  expect(stretchWithin('dividend', 'divide', 2)?.mistakes).toBe(2)
})

test('nothing is found of nothing, nor of a text that is too long to look for', () => {
  expect(stretchWithin('', 'acme', 1)).toBeUndefined()
  expect(stretchWithin('a'.repeat(161), 'a'.repeat(300), 5)).toBeUndefined()
})

test('a search leaves nothing behind that changes the next', () => {
  const before = stretchWithin('guidance', 'acmecutsguidanec', 2)
  stretchWithin('x'.repeat(120), 'y'.repeat(300), 30)
  expect(stretchWithin('guidance', 'acmecutsguidanec', 2)).toEqual(before)
})
