import { expect } from 'vitest'

/**
 * Compares what an example computed with what its comment says. A number holds to the digits that are written:
 * `0.6667` stands for two thirds, `5` for exactly 5. Typed arrays and series compare as arrays.
 */
export function expectResult(actual: unknown, stated: unknown, text: string): void {
  expect(plain(actual), text).toEqual(withTolerance(stated))
}

function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as Float64Array, plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

function withTolerance(stated: unknown): unknown {
  if (typeof stated === 'number')
    return Number.isFinite(stated) ? expect.closeTo(stated, decimals(stated)) : stated
  if (Array.isArray(stated)) return stated.map(withTolerance)
  if (typeof stated !== 'object' || stated === null) return stated
  return Object.fromEntries(Object.entries(stated).map(([key, inner]) => [key, withTolerance(inner)]))
}

const decimals = (value: number): number => {
  const written = String(value).split('.')[1]?.length
  return written ?? 9
}
