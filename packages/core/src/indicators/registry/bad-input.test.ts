import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidParameterError } from '../../errors/index.ts'
import { applyIndicators, type Indicator, type IndicatorParams, indicators, screen } from './index.ts'

// The laws of `describeIndicator` try what is bad one at a time; here parameters, columns and values are bad together, as
// they come from a form, a URL or a language model.

/** What a number can be, the places where ranges end among them, and what is none. */
const anyValue = fc.oneof(
  fc.integer({ min: -3, max: 40 }),
  fc.double(),
  fc.constantFrom(0, -0, 0.5, 100_000, 100_001, 2 ** 31, 1e308, Number.MAX_SAFE_INTEGER),
  fc.constantFrom(null, '', '14', true, [], [14], {}, Symbol.iterator, 14n),
)

const anyPrice = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 1, max: 200, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, 0, -0, 1e308, 5e-324) },
)

/** Some of a function's parameters with any value; sometimes an option of all functions, and one that it does not have. */
const paramsOf = ({ params }: Indicator) =>
  fc.record(
    {
      ...Object.fromEntries(params.map(({ name }) => [name, anyValue])),
      nan: fc.constantFrom<unknown>('reset', 'propagate', 'Reset', 0, null),
      profile: fc.constantFrom<unknown>('talib-0.6.4', 'tradingview', 'talib', 1),
      unknown: anyValue,
    },
    { requiredKeys: [] },
  )

/** Columns of one length, or now and then of several. */
const columnsOf = ({ inputs }: Indicator) =>
  fc
    .tuple(fc.integer({ min: 0, max: 70 }), fc.boolean())
    .chain(([length, equal]) =>
      fc.tuple(
        ...inputs.map(() =>
          fc.array(anyPrice, equal ? { minLength: length, maxLength: length } : { maxLength: length }),
        ),
      ),
    )

test.each([...indicators.values()])(
  '$name gives columns as long as what it was given, or refuses by name what is wrong with it',
  (indicator) => {
    fc.assert(
      fc.property(paramsOf(indicator), columnsOf(indicator), (params, columns) => {
        const results = orRefusal(indicator, params, () => indicator.compute(columns, params))
        const stream = orRefusal(indicator, params, () => indicator.createStream(params))
        if (results) {
          const length = columns[0]?.length
          expect(columns.every((column) => column.length === length)).toBe(true)
          expect(results.map((result) => result.length)).toEqual(indicator.outputs.map(() => length))
          expect(wrongIn(indicator, params)).toEqual([])
        }
        for (let bar = 0; stream && bar < 3; bar++) stream.push(...columns.map((column) => column[bar] ?? 1))
      }),
      { numRuns: 40, seed: 1 },
    )
  },
)

/** Names of the parameters that the registry's description forbids. */
function wrongIn({ params, profiles }: Indicator, given: IndicatorParams): string[] {
  const allowed = new Map<string, (value: unknown) => boolean>([
    ['nan', (value) => value === 'reset' || value === 'propagate'],
    ['profile', (value) => profiles.some((profile) => profile === value)],
    ...params.map(
      ({ name, min, max, integer }) =>
        [
          name,
          (value: unknown) =>
            typeof value === 'number' &&
            value >= min &&
            value <= max &&
            (!integer || Number.isInteger(value)),
        ] as const,
    ),
  ])
  return Object.entries(given).flatMap(([name, value]) => (allowed.get(name)?.(value) ? [] : [name]))
}

/** What comes of a call, or nothing where it refused with a typed error that names what it got. */
function orRefusal<result>(
  indicator: Indicator,
  params: IndicatorParams,
  call: () => result,
): result | undefined {
  try {
    return call()
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidParameterError)
    if (!(error instanceof InvalidParameterError)) throw error
    expect([...wrongIn(indicator, params), 'length']).toContain(error.parameter)
    expect(error.message).toContain(error.expected)
    expect(error.message).toContain(error.got)
    expect(error.code, indicator.name).toBe('BAD_REQUEST')
    return undefined
  }
}

describe('an error of many says which it was', () => {
  const close = [1, 2, 3]

  test('a name in small letters is one in capitals', () => {
    expect(() => applyIndicators({ close }, [{ name: 'rsi' }])).toThrow(
      '"name" must be RSI, in capital letters, but is "rsi".',
    )
  })

  test('the series without a column, and the column of another length, are told by their place', () => {
    expect(() => screen([{ close, high: close, low: close }, { close }], [{ name: 'ATR' }])).toThrow(
      '"series[1]" must be one with a column high, but is one with close.',
    )
    expect(() => screen([{ close, high: close, low: [1] }], [{ name: 'ATR' }])).toThrow(
      '"series[0].low" must be 3 values, as high has, but is 1.',
    )
  })

  test('what is no series has no column', () => {
    expect(() => applyIndicators(JSON.parse('null'), [{ name: 'RSI' }])).toThrow(
      '"series" must be one with a column close, but is one with none.',
    )
  })
})

describe('what is none of what was asked for is refused by name', () => {
  const close = [1, 2, 3]
  // Values as they come from outside: from a form, a URL or a language model, where no compiler has seen them.
  const sma: (columns: unknown, params?: unknown) => unknown = (columns, params) =>
    Reflect.apply(orFail('SMA').compute, undefined, [columns, params])
  const apply = (...given: unknown[]): unknown => Reflect.apply(applyIndicators, undefined, given)
  const screened = (...given: unknown[]): unknown => Reflect.apply(screen, undefined, given)

  test.each([
    ['columns', () => sma(null), '"columns" must be 1 (close), but is undefined.'],
    ['a column', () => sma([null]), '"close" must be a list of numbers, but is null.'],
    ['a column that is a number', () => sma([5]), '"close" must be a list of numbers, but is 5.'],
    ['a column that is text', () => sma(['123']), '"close" must be a list of numbers, but is "123".'],
    [
      'parameters',
      () => sma([close], null),
      '"params" must be an object of parameters by name, but is null.',
    ],
    [
      'requests',
      () => apply({ close }, null),
      '"requests" must be a list like [{ name: "RSI" }], but is null.',
    ],
    [
      'one request',
      () => apply({ close }, [null]),
      '"requests[0]" must be an object like { name: "RSI" }, but is null.',
    ],
    [
      'a series',
      () => apply(null, [{ name: 'SMA' }]),
      '"series" must be one with a column close, but is one with none.',
    ],
    [
      'a column of a series',
      () => apply({ close: 5 }, [{ name: 'SMA' }]),
      '"series.close" must be a list of numbers, but is 5.',
    ],
    [
      'many series',
      () => screened(null, [{ name: 'SMA' }]),
      '"seriesList" must be a list of series, but is null.',
    ],
    [
      'a column of one of many',
      () => screened([{ close }, { close: '12' }], [{ name: 'SMA' }]),
      '"series[1].close" must be a list of numbers, but is "12".',
    ],
  ])('%s', (_what, run, message) => {
    expect(run).toThrow(InvalidParameterError)
    expect(run).toThrow(message)
  })

  function orFail(name: string): Indicator {
    const indicator = indicators.get(name)
    if (!indicator) throw new Error(`There is no ${name}.`)
    return indicator
  }
})
