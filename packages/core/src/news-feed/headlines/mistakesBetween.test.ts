import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mistakesBetween } from './mistakesBetween.ts'

test.each([
  ['', '', 0],
  ['dividend', 'dividend', 0],
  ['acme', 'cme', 1],
  ['acme', 'acmee', 1],
  ['acme', 'axme', 1],
  ['acme', 'amce', 1],
  ['dividend', 'dvidedn', 2],
  ['cut', 'raise', 5],
  ['', 'cut', 3],
])('%s and %s are %d mistakes apart', (left, right, mistakes) => {
  expect(mistakesBetween(left, right, 9)).toBe(mistakes)
  expect(mistakesBetween(right, left, 9)).toBe(mistakes)
})

/** By the definition, without bounds. */
function slowly(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) => [row])
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 0; row <= left.length; row++)
    for (let column = 1; column <= right.length; column++) {
      const isTurned = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const least = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + Number(left[row - 1] !== right[column - 1]),
        row > 1 && column > 1 && isTurned ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
      rows[row]?.push(least)
    }
  return at(left.length, right.length)
}

test('a bound changes nothing but what is beyond it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 12 }), (left, right, most) => {
      expect(mistakesBetween(left, right, most)).toBe(Math.min(slowly(left, right), most + 1))
    }),
    { numRuns: 3_000 },
  )
})

test('texts of a megabyte are compared by their beginnings', () => {
  const begin = performance.now()
  mistakesBetween('ab'.repeat(500_000), 'ba'.repeat(500_000), 400)
  expect(performance.now() - begin).toBeLessThan(1_000)
})
