import { describe, expect, test } from 'vitest'
import { indicatorData } from '../../testing/indicator-data.ts'
import { macd } from '../momentum/macd.ts'
import { sma } from '../overlap/sma.ts'

const bars = 20_000
const { close } = indicatorData('walk', bars, 5)
const own = () => new Float64Array(bars)

describe('memory that is given to be reused', () => {
  test.each([0, 1, 700, bars - 1])('may overlap an input, %i bars on', (shift) => {
    const whole = sma(close, { period: 5 })
    for (const [input, output] of [
      [0, shift],
      [shift, 0],
    ] as const) {
      const memory = new Float64Array(2 * bars)
      const values = memory.subarray(input, input + bars)
      values.set(close)
      const out = memory.subarray(output, output + bars)
      expect(sma(values, { period: 5, out })).toBe(out)
      expect(out).toEqual(whole)
    }
  })

  test('holds several outputs in one buffer, side by side', () => {
    const memory = new Float64Array(3 * bars)
    const [first, second, third] = [0, 1, 2].map((place) =>
      memory.subarray(place * bars, (place + 1) * bars),
    ) as [Float64Array, Float64Array, Float64Array]
    const out = { macd: first, signal: second, histogram: third }
    expect(macd(close, { out })).toEqual(macd(close))
  })

  test('is refused where two outputs would write over each other', () => {
    const refusal = expect.objectContaining({ code: 'BAD_REQUEST', parameter: 'out' })
    const twice = own()
    expect(() => macd(close, { out: { macd: twice, signal: own(), histogram: twice } })).toThrowError(refusal)
    const memory = new Float64Array(bars + 1)
    const out = { macd: memory.subarray(1), signal: own(), histogram: memory.subarray(0, bars) }
    expect(() => macd(close, { out })).toThrowError(refusal)
  })
})

test('a value out of range is told with its parameter and range, a text in quotes', () => {
  expect(() => sma([1, 2], { period: 1 })).toThrowError(
    '"period" must be a whole number from 2 to 100000, but is 1.',
  )
  const text: unknown = '14'
  expect(() => Reflect.apply(sma, undefined, [[1, 2], { period: text }])).toThrowError(
    '"period" must be a whole number from 2 to 100000, but is "14".',
  )
})

test('what is absent from a column is NaN: a null that came by JSON, a hole, an undefined', () => {
  const column: unknown = JSON.parse(JSON.stringify([1, Number.NaN, 3, 4, 6]))
  const result = Reflect.apply(sma, undefined, [column, { period: 2, nan: 'reset' }])
  expect(result).toEqual(Float64Array.of(Number.NaN, Number.NaN, Number.NaN, 3.5, 5))
  const sparse = [1, 2]
  sparse[4] = 3
  expect(sma(sparse, { period: 2 })).toEqual(
    Float64Array.of(Number.NaN, 1.5, Number.NaN, Number.NaN, Number.NaN),
  )
})

test.each([0, 1, 7, 8, 9, 15, 16, 250])('a list of %i numbers is what its column is', (count) => {
  const values = close.subarray(0, count)
  expect(sma([...values], { period: 3 })).toEqual(sma(values, { period: 3 }))
})
