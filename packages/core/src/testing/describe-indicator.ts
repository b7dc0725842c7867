import { describe, expect, test } from 'vitest'
import type { AnyStream, Indicator, IndicatorParams } from '../indicators/registry/index.ts'
import { type IndicatorData, indicatorData, indicatorDataKinds, randomFrom } from './indicator-data.ts'

type Options = {
  /** More parameter sets than the defaults and the ones near the minima. */
  params?: readonly IndicatorParams[]
  /** Bars of each series. @default 260 */
  length?: number
}

/** Every law that holds for every function of the registry, whatever it computes. */
export function describeIndicator(indicator: Indicator, { params = [], length = 260 }: Options = {}): void {
  const { inputs, outputs } = indicator
  const columnsOf = (data: IndicatorData) => inputs.map((name) => data[name])
  const sets: IndicatorParams[] = [{}, ...nearMinima(indicator), ...params]
  const cases = sets.flatMap((set) => [set, { ...set, nan: 'reset' }])

  describe(indicator.name, () => {
    test.each(indicatorDataKinds)(
      "stream, replaced bars, peeks and restored snapshots give the batch's bits: %s data",
      (kind) => {
        const columns = columnsOf(indicatorData(kind, length, 7))
        for (const set of cases) followsBatch(indicator, columns, set)
      },
    )

    const data = indicatorData('walk', length, 3)
    const columns = columnsOf(data)
    const whole = indicator.compute(columns)

    test('values start at the lookback and nothing is missing after it', () => {
      for (const set of sets) {
        const lookback = indicator.lookback(set)
        const results = indicator.compute(columns, set)
        expect(results).toHaveLength(outputs.length)
        for (const result of results) {
          expect(result).toHaveLength(length)
          const lead = result.subarray(0, lookback)
          const blank = indicator.group === 'Pattern Recognition' ? 0 : Number.NaN
          expect(lead.every((value) => Object.is(value, blank))).toBe(true)
        }
        // An arc cosine of prices has no values.
        if (lookback < length && indicator.group !== 'Math Transform')
          expect(results.some((result) => !Number.isNaN(result[lookback]))).toBe(true)
      }
    })

    test('absent parameters take the defaults that the registry names', () => {
      const named = Object.fromEntries(indicator.params.map((param) => [param.name, param.default]))
      expectColumns(indicator.compute(columns, named), whole)
      expect(indicator.lookback(named)).toBe(indicator.lookback())
    })

    if (indicator.causal) {
      test('later bars change no earlier value', () => {
        for (const kind of indicatorDataKinds) {
          const all = columnsOf(indicatorData(kind, length, 5))
          const complete = indicator.compute(all)
          for (let end = 0; end <= length; end += end < 70 ? 1 : 13)
            expectColumns(
              indicator.compute(all.map((column) => column.subarray(0, end))),
              complete.map((column) => column.subarray(0, end)),
            )
        }
      })
    }

    test('plain arrays and reused memory give the same values', () => {
      expectColumns(indicator.compute(columns.map((column) => Array.from(column))), whole)
      const out = outputs.map(() => new Float64Array(length).fill(12345))
      const reused = indicator.compute(columns, {}, out)
      for (const [index, column] of reused.entries()) expect(column).toBe(out[index])
      expectColumns(reused, whole)
      expectColumns(indicator.compute(columns, { nan: 'reset' }, out), whole)
    })

    test('an empty series gives empty columns, a short one no values', () => {
      expectColumns(
        indicator.compute(inputs.map(() => [])),
        outputs.map(() => new Float64Array()),
      )
      const lookback = indicator.lookback()
      for (const size of [1, 2, Math.max(0, lookback - 1), lookback, lookback + 1])
        for (const column of indicator.compute(columns.map((one) => one.subarray(0, size))))
          expect(column).toHaveLength(Math.min(size, length))
    })

    if (inputs.length > 1) {
      test('columns of unequal length are refused', () => {
        const unequal = columns.map((column, index) => (index === 0 ? column : column.subarray(1)))
        expect(() => indicator.compute(unequal)).toThrowError(
          expect.objectContaining({ code: 'BAD_REQUEST' }),
        )
      })
    }

    test.each(indicator.params)('$name outside its range is refused, naming range and value', (param) => {
      const { name, min, max, integer } = param
      const bad = [Number.NaN, Number.POSITIVE_INFINITY, max * 1.1 + 1, min > -1e37 ? min - 1 : -1e38]
      if (integer) bad.push(param.default + 0.5)
      for (const value of bad) {
        const refused = expect.objectContaining({
          name: 'InvalidParameterError',
          parameter: name,
          got: String(value),
          expected: expect.stringContaining(String(min)),
        })
        expect(() => indicator.compute(columns, { [name]: value })).toThrowError(refused)
        expect(() => indicator.createStream({ [name]: value })).toThrowError(refused)
        expect(() => indicator.lookback({ [name]: value })).toThrowError(refused)
      }
    })
  })
}

/** Feeds a stream bar by bar, with bars taken back, looked ahead at and states restored in between, beside the batch. */
function followsBatch(indicator: Indicator, columns: readonly Float64Array[], set: IndicatorParams): void {
  const whole = indicator.compute(columns, set)
  const stream = indicator.createStream(set)
  const other = indicator.createStream(set)
  const random = randomFrom(11)
  const length = columns[0]?.length ?? 0
  for (let bar = 0; bar < length; bar++) {
    const row = columns.map((column) => column[bar] ?? Number.NaN)
    const wrong = () => columns.map((column) => (column[bar] ?? 1) * (0.5 + random()))
    const expected = indicator.outputs.map((_, index) => whole[index]?.[bar])
    const same = (result: number | Record<string, number>, what: string) =>
      expectSame(read(result, indicator), expected, () => `${what} at bar ${bar}, ${JSON.stringify(set)}`)

    if (random() < 0.3) same(stream.peek(...row), 'peek')
    const forms = random()
    if (forms < 0.4) stream.push(...(forms < 0.1 ? row.map(() => Number.NaN) : wrong()))
    if (forms < 0.2) for (let times = random() * 3; times > 0; times--) stream.replaceLast(...wrong())
    const result = forms < 0.4 ? stream.replaceLast(...row) : stream.push(...row)
    same(result, forms < 0.4 ? 'replaceLast' : 'push')
    if (random() < 0.1) {
      const saved = structuredClone(stream.snapshot())
      other.restore(saved)
      if (random() < 0.5) feed(stream, wrong, 3)
      stream.restore(saved)
      same(stream.peek(), 'peek after restore')
      same(other.replaceLast(...row), 'replaceLast after restore elsewhere')
    }
  }
}

/** Parameter sets with one parameter at its minimum or a little above, to find off-by-one errors. */
function nearMinima({ params }: Indicator): IndicatorParams[] {
  return params.flatMap(({ name, min, max, integer }) => {
    if (max <= 8) return Array.from({ length: max - min + 1 }, (_, step) => ({ [name]: min + step }))
    if (!integer) return min > -1e37 ? [{ [name]: min }] : [{ [name]: 1.7 }]
    return [{ [name]: min }, { [name]: min + 1 }, { [name]: min + 4 }]
  })
}

function feed(stream: AnyStream, row: () => number[], times: number): void {
  for (let time = 0; time < times; time++) stream.push(...row())
}

function read(result: number | Record<string, number>, { outputs }: Indicator): (number | undefined)[] {
  return typeof result === 'number' ? [result] : outputs.map(({ name }) => result[name])
}

/** Object.is on every value; a plain comparison first keeps the suite quick. */
function expectSame(
  got: readonly (number | undefined)[],
  expected: readonly (number | undefined)[],
  place: () => string,
): void {
  if (got.length === expected.length && got.every((value, index) => Object.is(value, expected[index]))) return
  const where = place()
  expect({ where, values: got }).toEqual({ where, values: expected })
}

function expectColumns(got: readonly Float64Array[], expected: readonly Float64Array[]): void {
  expect(got).toHaveLength(expected.length)
  for (const [index, column] of got.entries())
    expectSame(Array.from(column), Array.from(expected[index] ?? []), () => `output ${index}`)
}
