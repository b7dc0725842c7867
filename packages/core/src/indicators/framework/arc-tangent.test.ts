import { expect, test } from 'vitest'
import { randomFrom } from '../../testing/indicator-data.ts'
import { arcTangent } from './arc-tangent.ts'

const bits = 200n
const one = 1n << bits

/** A number as a whole multiple of 2 ** -200. */
function exactly(x: number): bigint {
  // Numbers of the tests are multiples of 2 ** -120.
  const [whole, part] = [Math.trunc(x), x % 1]
  return (BigInt(whole) << bits) + (BigInt(part * 2 ** 120) << (bits - 120n))
}

function root(square: bigint): bigint {
  let guess = 1n << BigInt((square.toString(2).length + 1) >> 1)
  for (let better = guess; ; guess = better) {
    better = (guess + square / guess) >> 1n
    if (better >= guess) return guess
  }
}

/** atan(x) = 2 atan(x / (1 + sqrt(1 + x²))) until x is small, then its series. */
function arcTangentOf(x: bigint): bigint {
  let small = x
  for (let time = 0; time < 8; time++) small = (small * one) / (one + root(one * one + small * small))
  const square = (small * small) >> bits
  let sum = 0n
  for (let power = small, n = 1n; power !== 0n; n += 2n, power = -(power * square) >> bits) sum += power / n
  return sum << 8n
}

/** Whether no other number is nearer to the exact arc tangent: it is within half the gap to each neighbour. */
function isNearest(x: number, y: number): boolean {
  const exact = arcTangentOf(exactly(Math.abs(x)))
  const gap = 2 ** (Math.floor(Math.log2(Math.abs(y))) - 52)
  const error = exact - exactly(Math.abs(y))
  return Math.sign(x) === Math.sign(y) && (error < 0n ? -error : error) * 2n <= exactly(gap)
}

const random = randomFrom(3)
const kinds: Record<string, () => number> = {
  'below the first entry': () => (random() - 0.5) / 256,
  'up to one': () => random() * 2 - 1,
  'quotients of two numbers': () => (random() - 0.5) / (random() - 0.5),
  prices: () => 50 + random() * 100,
  'large numbers': () => -Math.exp(random() * 30),
}

test.each(Object.entries(kinds))('no number is nearer to the arc tangent: %s', (_kind, make) => {
  const wrong: number[] = []
  for (let time = 0; time < 1500; time++) {
    const x = make() || 1
    if (!isNearest(x, arcTangent(x))) wrong.push(x)
  }
  expect(wrong).toEqual([])
})

test('the test tells a last bit that is wrong', () => {
  const y = arcTangent(0.7)
  expect(isNearest(0.7, y)).toBe(true)
  expect(isNearest(0.7, y + 2 ** -53)).toBe(false)
  expect(isNearest(0.7, y - 2 ** -53)).toBe(false)
})

test('zeros keep their sign, what is tiny is its own arc tangent, and infinity gives a quarter turn', () => {
  for (const x of [0, -0, Number.NaN, 5e-324, -1e-300, 1e-10]) expect(arcTangent(x)).toBe(x)
  expect(arcTangent(1)).toBe(Math.PI / 4)
  for (const x of [1e30, 1e300, Number.POSITIVE_INFINITY]) {
    expect(arcTangent(x)).toBe(Math.PI / 2)
    expect(arcTangent(-x)).toBe(-Math.PI / 2)
  }
})
