import { describe, expect, test } from 'vitest'
import { asColumns } from '../indicators/framework/column.ts'
import type { AnyStream, Indicator, IndicatorParams } from '../indicators/registry/index.ts'
import { type IndicatorData, indicatorData, indicatorDataKinds, randomFrom } from './indicator-data.ts'

type Options = {
  /** More parameter sets than the defaults and the ones near the minima. */
  params?: readonly IndicatorParams[] | undefined
  /** More series than the made-up ones, by name. */
  series?: Readonly<Record<string, IndicatorData>> | undefined
  /** Bars of each made-up series. @default 260 */
  length?: number | undefined
}

/** Every law that holds for every function of the registry, whatever it computes, on every kind of data. */
export function describeIndicator(
  indicator: Indicator,
  { params = [], series = {}, length = 260 }: Options = {},
): void {
  const { inputs, outputs } = indicator
  const columnsOf = (data: IndicatorData) => inputs.map((name) => data[name])
  const profiles = indicator.profiles.slice(1).map((profile) => ({ profile }))
  const sets: IndicatorParams[] = [{}, ...nearMinima(indicator), ...profiles, ...params]
  const cases = sets.flatMap((set) => [set, { ...set, nan: 'reset' }])
  const kinds = [
    ...indicatorDataKinds.map((kind) => [kind, columnsOf(indicatorData(kind, length, 7))] as const),
    ...Object.entries(series).map(([name, data]) => [name, columnsOf(data)] as const),
  ]
  const lead = indicator.group === 'Pattern Recognition' ? 0 : Number.NaN

  describe(indicator.name, () => {
    test.each(kinds)(
      "stream, replaced bars, peeks and restored snapshots give the batch's bits: %s data",
      (_, columns) => {
        for (const set of cases) followsBatch(indicator, columns, set)
      },
    )

    test.each(kinds)(
      'reused memory, plain arrays and pieces of any length give the same bits: %s data',
      (_, columns) => {
        const bars = columns[0]?.length ?? 0
        const out = outputs.map(() => new Float64Array(bars))
        const plain = columns.map((column) => Array.from(column))
        for (const set of cases) {
          const whole = indicator.compute(columns, set)
          for (const column of out) column.fill(12345)
          const reused = indicator.compute(columns, set, out)
          for (const [index, column] of reused.entries()) expect(column).toBe(out[index])
          expectColumns(reused, whole)
          expectColumns(indicator.compute(plain, set), whole)
          if (set.nan !== 'reset') expectColumns(inPieces(indicator, columns, set), whole)
        }
      },
    )

    test('an output may be written where an input lies', () => {
      const data = columnsOf(indicatorData('holes', length, 9))
      for (const set of cases) {
        const whole = indicator.compute(data, set)
        for (let shift = 0; shift < inputs.length; shift++) {
          const columns = data.map((column) => column.slice())
          const out = outputs.map((_, index) => columns[index + shift] ?? new Float64Array(length))
          expectColumns(indicator.compute(columns, set, out), whole)
        }
      }
    })

    test('a parameter that it does not have is refused, naming those that it has', () => {
      const refusal = expect.objectContaining({ code: 'BAD_REQUEST', parameter: 'perid', got: '14' })
      const named = new RegExp([...indicator.params.map(({ name }) => name), 'profile', 'nan'].join(', '))
      for (const call of [
        () => indicator.compute(columnsOf(indicatorData('walk', 40, 3)), { perid: 14 }),
        () => indicator.createStream({ perid: 14 }),
        () => indicator.lookback({ perid: 14 }),
        () => indicator.kernel({ perid: 14 }),
      ]) {
        expect(call).toThrowError(refusal)
        expect(call).toThrowError(named)
      }
      expect(indicator.lookback({ perid: undefined })).toBe(indicator.lookback())
      expect(() => indicator.lookback({ nan: 'Reset' })).toThrowError('must be propagate or reset')
      expect(() => indicator.lookback({ profile: 'metastock' })).toThrowError('must be talib-0.6.4')
    })

    test('what is no snapshot of a stream with the same options is refused, and the stream stays as it was', () => {
      const stream = indicator.createStream()
      const row = inputs.map((_, index) => 10 + index)
      for (let bar = 0; bar < 3; bar++) stream.push(...row)
      const before = stream.snapshot()
      const refusal = expect.objectContaining({ code: 'BAD_REQUEST', parameter: 'snapshot' })
      const others: unknown[] = [undefined, null, {}, [...before], 'x', before.subarray(1), before.buffer]
      others.push(
        Float32Array.from(before),
        before.map(() => 12.5),
        JSON.parse(JSON.stringify(before)),
      )
      for (const other of others)
        expect(() => Reflect.apply(stream.restore, stream, [other])).toThrowError(refusal)
      expect(stream.snapshot()).toEqual(before)
    })

    test('a snapshot with any other parameter is refused, and the refusal names both', () => {
      const stream = indicator.createStream()
      const changes: IndicatorParams[] = indicator.params.map(({ name, default: value, max, min }) => ({
        [name]: value < max ? Math.min(max, value + 1) : min,
      }))
      changes.push({ nan: 'reset' }, ...profiles)
      if (indicator.group === 'Pattern Recognition')
        changes.push({ settings: { near: { range: 1, period: 5, factor: 0.25 } } })
      for (const change of changes) {
        const other = indicator.createStream(change)
        other.push(...inputs.map((_, index) => 10 + index))
        const [[name = '', value] = []] = Object.entries(change)
        const text = typeof value === 'object' ? 'near={' : `${name}=${value}`
        const given = indicator.params.find((param) => param.name === name)?.default
        const refusal = expect.objectContaining({
          code: 'BAD_REQUEST',
          parameter: 'snapshot',
          expected: expect.stringContaining(`${indicator.name}(`),
          got: expect.stringContaining(text),
        })
        expect(() => stream.restore(other.snapshot())).toThrowError(refusal)
        if (given !== undefined)
          expect(() => stream.restore(other.snapshot())).toThrowError(`${name}=${given}`)
      }
      const named = Object.fromEntries(indicator.params.map((param) => [param.name, param.default]))
      stream.restore(indicator.createStream({ ...named, nan: 'propagate' }).snapshot())
    })

    if (indicator.causal) {
      test.each(kinds)('later bars change no earlier value: %s data', (_, columns) => {
        for (const set of sets) causesNothingEarlier(indicator, columns, set, set === sets[0] ? 1 : 37)
      })
    }

    test.each(kinds)(
      'with the policy to reset, each run without a NaN stands for itself: %s data',
      (_, columns) => {
        for (const set of sets) {
          const whole = indicator.compute(columns, { ...set, nan: 'reset' })
          const bars = columns[0]?.length ?? 0
          for (let from = 0, row = 0; row <= bars; row++) {
            if (row < bars && !columns.some((column) => Number.isNaN(column[row]))) continue
            const run = columns.map((column) => column.subarray(from, row))
            expectColumns(
              whole.map((column) => column.subarray(from, row)),
              indicator.compute(run, set),
            )
            if (row < bars) for (const column of whole) expect(column[row]).toBe(lead)
            from = row + 1
          }
        }
      },
    )

    const columns = columnsOf(indicatorData('walk', length, 3))

    test('values start at the lookback and nothing is missing after it', () => {
      for (const set of sets) {
        const lookback = indicator.lookback(set)
        const results = indicator.compute(columns, set)
        expect(results).toHaveLength(outputs.length)
        for (const result of results) {
          expect(result).toHaveLength(length)
          expect(result.subarray(0, lookback).every((value) => Object.is(value, lead))).toBe(true)
        }
        // An arc cosine of prices has no values.
        if (lookback < length && indicator.group !== 'Math Transform')
          expect(results.some((result) => !Number.isNaN(result[lookback]))).toBe(true)
      }
    })

    test('absent parameters take the defaults that the registry names', () => {
      const named = Object.fromEntries(indicator.params.map((param) => [param.name, param.default]))
      expectColumns(indicator.compute(columns, named), indicator.compute(columns))
      expect(indicator.lookback(named)).toBe(indicator.lookback())
    })

    test('an empty series gives empty columns, one shorter than the lookback no values', () => {
      for (const set of cases) {
        const lookback = indicator.lookback(set)
        expectColumns(
          indicator.compute(
            inputs.map(() => []),
            set,
          ),
          outputs.map(() => new Float64Array()),
        )
        for (const size of [1, 2, lookback - 1, lookback, lookback + 1].filter(
          (one) => one > 0 && one <= length,
        ))
          for (const column of indicator.compute(
            columns.map((one) => one.subarray(0, size)),
            set,
          )) {
            expect(column).toHaveLength(size)
            expect(column.subarray(0, lookback).every((value) => Object.is(value, lead))).toBe(true)
          }
      }
    })

    test('columns and memory of unequal length are refused, naming what was expected and given', () => {
      const refused = (got: number) =>
        expect.objectContaining({
          code: 'BAD_REQUEST',
          parameter: 'length',
          expected: String(length),
          got: String(got),
        })
      for (let short = 1; short < inputs.length; short++) {
        const unequal = columns.map((column, index) => (index === short ? column.subarray(1) : column))
        expect(() => indicator.compute(unequal)).toThrowError(refused(length - 1))
      }
      const out = outputs.map(() => new Float64Array(length + 1))
      expect(() => indicator.compute(columns, {}, out)).toThrowError(refused(length + 1))
      expect(() => indicator.compute([...columns, ...columns])).toThrowError(
        expect.objectContaining({ code: 'BAD_REQUEST', parameter: 'columns' }),
      )
    })

    test.each(indicator.params)('$name outside its range is refused, naming range and value', (param) => {
      const { name, min, max, integer } = param
      const bad: unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, -1e39, max * 1.1 + 1, `${param.default}`]
      if (min > -1e37) bad.push(min - 1)
      if (integer) bad.push(param.default + 0.5, min + 1e-9)
      for (const value of bad) {
        const refused = expect.objectContaining({
          name: 'InvalidParameterError',
          code: 'BAD_REQUEST',
          parameter: name,
          got: typeof value === 'string' ? `"${value}"` : String(value),
          expected: `a ${integer ? 'whole ' : ''}number from ${min} to ${max}`,
        })
        expect(() => indicator.compute(columns, { [name]: value })).toThrowError(refused)
        expect(() => indicator.createStream({ [name]: value })).toThrowError(refused)
        expect(() => indicator.lookback({ [name]: value })).toThrowError(refused)
      }
    })
  })
}

/** Outputs of a kernel that is given the bars in pieces. */
function inPieces(
  indicator: Indicator,
  columns: readonly Float64Array[],
  set: IndicatorParams,
): Float64Array[] {
  const kernel = indicator.kernel(set)
  const length = columns[0]?.length ?? 0
  const memory = Array.from(
    { length: indicator.outputs.length + (kernel.scratch?.count ?? 0) },
    () => new Float64Array(length),
  )
  const random = randomFrom(17)
  for (let from = 0; from < length; ) {
    const to = Math.min(length, from + 1 + Math.floor(random() ** 2 * 60))
    kernel.run(asColumns(columns), asColumns(memory), from, to)
    from = to
  }
  const results = memory.slice(0, indicator.outputs.length)
  for (const column of results) column.fill(kernel.lead ?? Number.NaN, 0, Math.min(kernel.lookback, length))
  return results
}

/** Cuts the series off at every `stride`-th bar: what comes before must stay. */
function causesNothingEarlier(
  indicator: Indicator,
  columns: readonly Float64Array[],
  set: IndicatorParams,
  stride: number,
): void {
  const complete = indicator.compute(columns, set)
  const length = columns[0]?.length ?? 0
  for (let end = 0; end < length; end += stride)
    expectColumns(
      indicator.compute(
        columns.map((column) => column.subarray(0, end)),
        set,
      ),
      complete.map((column) => column.subarray(0, end)),
    )
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
    if (forms < 0.2) for (let times = random() * 6; times > 0; times--) stream.replaceLast(...wrong())
    const result = forms < 0.4 ? stream.replaceLast(...row) : stream.push(...row)
    same(result, forms < 0.4 ? 'replaceLast' : 'push')
    if (random() < 0.1) {
      // Cloned now and then, for that takes longer than all else.
      const saved = random() < 0.1 ? structuredClone(stream.snapshot()) : stream.snapshot()
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
  // Matchers are called only to say what is wrong: they take longer than all else.
  if (got.length === expected.length && got.every((column, index) => isSame(column, expected[index]))) return
  expect(got).toEqual(expected)
}

function isSame(column: Float64Array, wanted: Float64Array = new Float64Array()): boolean {
  if (column.length !== wanted.length) return false
  for (let row = 0; row < column.length; row++) if (!Object.is(column[row], wanted[row])) return false
  return true
}
