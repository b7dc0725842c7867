import { indicators } from '@starkmatter/core/indicators/registry'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompareCondition, Condition, Operand } from '../rules/condition.ts'
import { crosses } from './judge.ts'
import { type EngineAlert, type Hit, SeriesEngine } from './series-engine.ts'
import type { EvaluatedBar } from './series-history.ts'

const minute = 60_000
const start = Date.UTC(2024, 0, 2, 14, 30)

function alertOf(changes: Partial<EngineAlert> = {}): EngineAlert {
  return {
    id: 'a',
    condition: above(100),
    evaluate: 'close',
    repeat: 'every time',
    coolDownMs: 0,
    expiresAt: null,
    status: 'active',
    firings: 0,
    lastFiredAt: null,
    lastFiredBar: null,
    since: 0,
    ...changes,
  }
}

const close: Operand = { kind: 'price', field: 'close' }
const level = (value: number): Operand => ({ kind: 'level', value })
const sma = (period: number): Operand => ({ kind: 'indicator', name: 'SMA', params: { period } })
const compare = (left: Operand, relation: CompareCondition['relation'], right: Operand): Condition => ({
  type: 'compare',
  left,
  relation,
  right,
})
const above = (value: number) => compare(close, 'crosses above', level(value))

const barOf = (index: number, price: number, changes: Partial<EvaluatedBar> = {}): EvaluatedBar => ({
  time: start + index * minute,
  open: price,
  high: price,
  low: price,
  close: price,
  volume: 10,
  ...changes,
})
const barsOf = (...prices: number[]) => prices.map((price, index) => barOf(index, price))

const engineOf = () => new SeriesEngine({ interval: '1m', timeZone: 'America/New_York', keep: 300 })
const closed = (bar: EvaluatedBar) => ({ ...bar, closed: true })
const forming = (bar: EvaluatedBar) => ({ ...bar, closed: false })
const late = Number.MAX_SAFE_INTEGER

function run(alert: EngineAlert, bars: readonly EvaluatedBar[]): number[] {
  const engine = engineOf()
  engine.add(alert)
  const hits = bars.flatMap((bar) => engine.push(closed(bar), late))
  return hits.map(({ barTime }) => (barTime - start) / minute)
}

describe('a crossing', () => {
  test.each([
    ['below, then above', [99, 101], [1]],
    ['reaching the line counts, and leaving it upwards is no second one', [99, 100, 101], [1]],
    ['from the line on, there was no side to come from', [100, 101], []],
    ['the first value has nothing before it', [101, 102], []],
    ['each time anew', [99, 101, 99, 100, 99.5, 101], [1, 3, 5]],
  ])('%s', (_, prices, expected) => {
    expect(run(alertOf(), barsOf(...prices))).toEqual(expected)
    // The same through an indicator that is the price itself, which no level book knows.
    const same = compare(
      { kind: 'indicator', name: 'SUM', params: { period: 2 } },
      'crosses above',
      level(200),
    )
    const doubled = prices.flatMap((price) => [price, price])
    expect(run(alertOf({ condition: same }), barsOf(...doubled)).length).toBe(expected.length)
  })

  test('of a value that is not known yet waits until it is', () => {
    const condition = compare(close, 'crosses above', sma(3))
    expect(run(alertOf({ condition }), barsOf(1, 9, 1, 9, 1, 9))).toEqual([3, 5])
  })
})

describe('how often', () => {
  const isAbove = compare(close, 'is above', level(100))
  test.each([
    ['once', [1]],
    ['every time', [1, 4]],
    ['once per bar', [1, 2, 4]],
  ] as const)('%s', (repeat, expected) => {
    expect(run(alertOf({ repeat, condition: isAbove }), barsOf(99, 101, 102, 98, 103))).toEqual(expected)
  })

  test('what holds when an alert is made fires at its first evaluation', () => {
    expect(run(alertOf({ condition: isAbove }), barsOf(101, 102))).toEqual([0])
    const engine = engineOf()
    engine.warm(barsOf(101, 102))
    engine.add(alertOf({ condition: compare(close, 'is above', sma(2)) }))
    expect(engine.push(closed(barOf(2, 103)), late)).toHaveLength(1)
  })

  test('within the cool-down nothing fires, and nothing is made up for', () => {
    const prices = [99, 101, 99, 101, 99, 101, 101]
    expect(run(alertOf({ coolDownMs: 3 * minute }), barsOf(...prices))).toEqual([1, 5])
  })

  test('an expired or paused alert is silent', () => {
    expect(run(alertOf({ expiresAt: start + 2 * minute }), barsOf(99, 101))).toEqual([])
    expect(run(alertOf({ expiresAt: start + 2 * minute + 1 }), barsOf(99, 101))).toEqual([1])
    expect(run(alertOf({ status: 'paused' }), barsOf(99, 101))).toEqual([])
  })
})

describe('on a forming bar', () => {
  const tick = alertOf({ evaluate: 'tick', repeat: 'every time' })

  test('an alert on closed bars sees nothing; one on prices fires at the price', () => {
    const engine = engineOf()
    engine.warm(barsOf(99))
    engine.add(alertOf({ id: 'close' }))
    engine.add({ ...tick, id: 'tick' })
    const hits = engine.push(forming(barOf(1, 101)), start + 70_000)
    expect(hits).toMatchObject([{ alertId: 'tick', price: 101, at: start + 70_000 }])
    expect(engine.push(closed(barOf(1, 98, { high: 101 })), late)).toEqual([])
  })

  test('a wick between two states that were seen counts: the price was there', () => {
    const engine = engineOf()
    engine.warm(barsOf(99))
    engine.add(tick)
    expect(engine.push(forming(barOf(1, 99.5)), start)).toEqual([])
    expect(engine.push(forming(barOf(1, 99.6, { high: 100.5 })), start)).toHaveLength(1)
    // Its high stands for the rest of the bar, and is not reached again.
    expect(engine.push(forming(barOf(1, 99.7, { high: 100.5 })), start)).toEqual([])
  })

  test('what the bar had done before the alert was made is none of its business', () => {
    const engine = engineOf()
    engine.warm(barsOf(99))
    engine.add({ ...tick, since: start + 70_000 })
    expect(engine.push(forming(barOf(1, 99.5, { high: 105 })), start + 80_000)).toEqual([])
    expect(engine.push(forming(barOf(1, 101, { high: 105 })), start + 90_000)).toHaveLength(1)
  })

  test('an indicator is worked out at the price, and its stream is left as it was', () => {
    const engine = engineOf()
    engine.warm(barsOf(4, 4, 4))
    engine.add(alertOf({ evaluate: 'tick', condition: compare(sma(2), 'is above', level(5)) }))
    expect(engine.push(forming(barOf(3, 5)), start)).toEqual([])
    expect(engine.push(forming(barOf(3, 8)), start)[0]?.values).toEqual([{ name: 'SMA(2)', value: 6 }])
    expect(engine.push(forming(barOf(3, 4)), start)).toEqual([])
    expect(engine.push(closed(barOf(3, 7)), late)).toHaveLength(1)
  })
})

describe('other conditions', () => {
  test('a change is counted over bars, or from the last bar of the day before in the exchange’s zone', () => {
    const over2: Condition = { type: 'change', direction: 'up', percent: 10, over: 2 }
    expect(run(alertOf({ condition: over2 }), barsOf(100, 105, 110, 111))).toEqual([2])
    const day = (Date.UTC(2024, 0, 3, 14, 30) - start) / minute
    const overnight: Condition = { type: 'change', direction: 'either', percent: 5, over: 'previous close' }
    const bars = [barOf(0, 90), barOf(1, 100), barOf(day, 104), barOf(day + 1, 95)]
    expect(run(alertOf({ condition: overnight }), bars)).toEqual([day + 1])
  })

  test('a volume is measured by the bars before it, and one that is not known says nothing', () => {
    const condition: Condition = { type: 'volume', relation: 'is above', times: 2, period: 2 }
    const volumes = [10, 20, 31, 60, Number.NaN, 500]
    const bars = volumes.map((volume, index) => barOf(index, 1, { volume }))
    expect(run(alertOf({ condition }), bars)).toEqual([2])
  })

  test('all needs every condition at one bar, any needs one that begins', () => {
    const conditions = [above(100), compare(close, 'is above', sma(2))]
    const prices = [99, 101, 99, 98, 101, 102]
    expect(run(alertOf({ condition: { type: 'all', conditions } }), barsOf(...prices))).toEqual([1, 4])
    const either: Condition = {
      type: 'any',
      conditions: [above(100), compare(close, 'crosses below', level(99))],
    }
    expect(run(alertOf({ condition: either }), barsOf(...prices))).toEqual([1, 2, 4])
  })

  test('a headline is heard once, capitals do not matter, and a mood fires where it begins', () => {
    const engine = engineOf()
    engine.warm(barsOf(100))
    engine.add(alertOf({ id: 'words', condition: { type: 'headline', words: ['recall'] } }))
    engine.add(alertOf({ id: 'mood', condition: { type: 'sentiment', relation: 'is below', score: -0.2 } }))
    const first = engine.hear({ score: -0.5, headlines: ['Apple RECALLS chargers'] }, 'n1', start)
    expect(first.map(({ alertId, occasion }) => [alertId, occasion])).toEqual([
      ['words', 'news:n1'],
      ['mood', 'news:n1'],
    ])
    expect(engine.hear({ score: -0.4, headlines: ['Another story'] }, 'n2', start + 1)).toEqual([])
    expect(engine.push(closed(barOf(1, 100)), late)).toEqual([])
  })
})

test('indicators are kept once, however many alerts share them, and dropped with the last', () => {
  const engine = engineOf()
  engine.warm(barsOf(1, 2, 3))
  for (let n = 0; n < 50; n++)
    engine.add(alertOf({ id: `${n}`, condition: compare(sma(2), 'crosses above', level(n)) }))
  const macd = (output: string): Operand => ({ kind: 'indicator', name: 'MACD', output })
  engine.add(alertOf({ id: 'macd', condition: compare(macd('macd'), 'crosses above', macd('signal')) }))
  expect(engine.studies).toBe(2)
  for (let n = 0; n < 50; n++) engine.remove(`${n}`)
  engine.remove('macd')
  expect(engine.studies).toBe(0)
})

// ---- Laws ----

const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.constantFrom<Operand>(close, { kind: 'price', field: 'high' }),
  fc.integer({ min: 95, max: 105 }).map(level),
  fc.integer({ min: 2, max: 20 }).map(sma),
  fc.constantFrom<Operand>(
    { kind: 'indicator', name: 'RSI' },
    { kind: 'indicator', name: 'EMA', params: { period: 5 } },
    { kind: 'indicator', name: 'MACD', output: 'signal' },
    { kind: 'indicator', name: 'BBANDS', params: { period: 5 }, output: 'lower' },
    { kind: 'indicator', name: 'ATR', params: { period: 4 } },
  ),
)
const relation = fc.constantFrom<CompareCondition['relation'][]>(
  'crosses',
  'crosses above',
  'crosses below',
  'is above',
  'is below',
)
const single: fc.Arbitrary<CompareCondition> = fc.record({
  type: fc.constant<'compare'>('compare'),
  left: operand,
  relation,
  right: operand,
})
const walk = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 60, maxLength: 160 }).map((steps) => {
  let price = 100
  return steps.map((step, index) => {
    price = Math.max(1, price + step)
    return barOf(index, price, { high: price + 1, low: price - 1, open: price - step })
  })
})

/** A column of the batch form of the registry: nothing of the engine is in it. */
function columnOf(one: Operand, bars: readonly EvaluatedBar[]): ArrayLike<number> {
  if (one.kind === 'level') return bars.map(() => one.value)
  if (one.kind === 'price') return bars.map((bar) => bar[one.field])
  const indicator = indicators.get(one.name)
  if (!indicator) throw new Error(one.name)
  const inputs = indicator.inputs.map((input) =>
    Float64Array.from(bars, (bar) => (input === 'periods' ? Number.NaN : bar[input])),
  )
  const place = Math.max(
    0,
    indicator.outputs.findIndex(({ name }) => name === one.output),
  )
  return indicator.compute(inputs, one.params)[place] ?? []
}

/** Bars at which a single condition begins to hold, from the whole series at once. */
function batch({ left, relation: wanted, right }: CompareCondition, bars: readonly EvaluatedBar[]): number[] {
  const [leftColumn, rightColumn] = [columnOf(left, bars), columnOf(right, bars)]
  const differences = bars.map((_, n) => (leftColumn[n] ?? Number.NaN) - (rightColumn[n] ?? Number.NaN))
  const is = (n: number) => {
    const difference = differences[n] ?? Number.NaN
    return wanted === 'is above' ? difference > 0 : difference < 0
  }
  return bars.flatMap((_, n) => {
    const known = differences.slice(0, n).filter((value) => !Number.isNaN(value))
    const now = differences[n] ?? Number.NaN
    const begins = wanted.startsWith('is ')
      ? is(n) && !(n > 0 && is(n - 1))
      : crosses(wanted, known.at(-1) ?? Number.NaN, now)
    return begins ? [n] : []
  })
}

test('bar by bar, an alert fires where the batch over the whole series says', () => {
  fc.assert(
    fc.property(walk, single, (bars, condition) => {
      expect(run(alertOf({ condition }), bars)).toEqual(batch(condition, bars))
    }),
    { numRuns: 300 },
  )
})

const condition: fc.Arbitrary<Condition> = fc.oneof(
  single,
  fc.record({
    type: fc.constantFrom<'all' | 'any'>('all', 'any'),
    conditions: fc.array(single, { minLength: 2, maxLength: 4 }),
  }),
)
const manner = fc.record({
  repeat: fc.constantFrom<EngineAlert['repeat'][]>('once', 'every time', 'once per bar'),
  coolDownMs: fc.constantFrom(0, 5 * minute),
})

test('a restart between any two bars neither repeats nor misses a firing', () => {
  fc.assert(
    fc.property(walk, condition, manner, fc.nat(), (bars, one, rules, place) => {
      const alert = alertOf({ condition: one, ...rules })
      const cut = place % bars.length
      const whole = run(alert, bars)

      const before = engineOf()
      before.add(alert)
      const first = bars.slice(0, cut).flatMap((bar) => before.push(closed(bar), late))
      const last: Hit | undefined = first.at(-1)
      const kept = alertOf({
        ...alert,
        firings: first.length,
        lastFiredAt: last?.at ?? null,
        lastFiredBar: last?.barTime ?? null,
        status: rules.repeat === 'once' && last ? 'done' : 'active',
      })
      const after = engineOf()
      after.warm(bars.slice(0, cut))
      if (kept.status === 'active') after.add(kept, kept.firings > 0)
      const second = bars.slice(cut).flatMap((bar) => after.push(closed(bar), late))
      expect([...first, ...second].map(({ barTime }) => (barTime - start) / minute)).toEqual(whole)
    }),
    { numRuns: 300 },
  )
})

test('a bar that is told again, or an older one, changes nothing', () => {
  fc.assert(
    fc.property(walk, single, (bars, one) => {
      const engine = engineOf()
      engine.add(alertOf({ condition: one }))
      const hits = bars.flatMap((bar, n) => [
        ...engine.push(closed(bar), late),
        ...engine.push(closed(bar), late),
        ...engine.push(closed(bars[Math.max(0, n - 3)] ?? bar), late),
      ])
      expect(hits.map(({ barTime }) => (barTime - start) / minute)).toEqual(batch(one, bars))
    }),
    { numRuns: 60 },
  )
})

test('among many levels, a price fires those that looking at each one by one would', () => {
  const levels = fc.array(fc.record({ value: fc.integer({ min: 90, max: 110 }), relation }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(walk, levels, (bars, wanted) => {
      const engine = engineOf()
      const conditions = wanted.map(({ value, relation: one }) => compare(close, one, level(value)))
      for (const [n, one] of conditions.entries()) engine.add(alertOf({ id: `${n}`, condition: one }))
      const hits = bars.flatMap((bar) => engine.push(closed(bar), late))
      conditions.forEach((one, n) => {
        const own = hits
          .filter(({ alertId }) => alertId === `${n}`)
          .map(({ barTime }) => (barTime - start) / minute)
        if (one.type === 'compare') expect(own).toEqual(batch(one, bars))
      })
    }),
    { numRuns: 100 },
  )
})
