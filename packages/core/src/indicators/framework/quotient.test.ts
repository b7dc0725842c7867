import { expect, test } from 'vitest'
import { headOf, quotient, tailOf } from './quotient.ts'

/** Numbers from 0 to 1 that are the same at every run. */
function randomFrom(seed: number): () => number {
  let last = seed
  return () => {
    last = (last * 48_271) % 2_147_483_647
    return last / 2_147_483_647
  }
}

const random = randomFrom(11)

test.each([
  ['prices and periods', () => 50 + random() * 1e4, () => 1 + Math.floor(random() * 300)],
  ['any period', () => random() * 1e6, () => 1 + Math.floor(random() * 100_000)],
  ['divisors up to a million', () => random() * 1e3 - 500, () => 1 + Math.floor(random() * 2 ** 20)],
  [
    'dividends of every size',
    () => (random() - 0.5) * 10 ** Math.floor(random() * 580 - 288),
    () => 2 + Math.floor(random() * 1e4),
  ],
])('a quotient by multiplication is the quotient: %s', (_, dividend, divisor) => {
  const wrong: number[][] = []
  for (let time = 0; time < 200_000; time++) {
    const [a, b] = [dividend(), divisor()]
    if (quotient(a, headOf(b), tailOf(b)) !== a / b) wrong.push([a, b])
  }
  expect(wrong).toEqual([])
})

test('dividends next to a multiple of the divisor and a half are rounded as by division', () => {
  const wrong: number[][] = []
  for (const divisor of [3, 5, 7, 9, 10, 14, 21, 30, 199, 999, 65_535, 99_991, 1_048_575]) {
    const [head, tail] = [headOf(divisor), tailOf(divisor)]
    for (let time = 0; time < 2000; time++) {
      // The dividend nearest to what would be halfway between two quotients, and its neighbours.
      const halfway = (1 + Math.floor(random() * 2 ** 50) * 2 ** -50 + 2 ** -53) * divisor
      for (const nudge of [-2, -1, 0, 1, 2]) {
        const dividend = halfway * (1 + nudge * 2 ** -52)
        if (quotient(dividend, head, tail) !== dividend / divisor) wrong.push([dividend, divisor])
      }
    }
  }
  expect(wrong).toEqual([])
})

test('zero over anything is zero; what is too large to split gives NaN, never a wrong number', () => {
  const [head, tail] = [headOf(14), tailOf(14)]
  expect(quotient(0, head, tail)).toBe(0)
  for (const large of [1e301, -1.7e308, Number.POSITIVE_INFINITY, Number.NaN])
    expect(quotient(large, head, tail)).toBeNaN()
})
