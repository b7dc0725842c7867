import { describe, expect, test } from 'vitest'
import {
  type IndicatorData,
  indicatorData,
  indicatorDataKinds,
  randomFrom,
} from '../../testing/indicator-data.ts'
import { htDcperiodKernel } from '../cycle/ht-dcperiod.ts'
import { htPhasorKernel } from '../cycle/ht-phasor.ts'
import { htSineKernel } from '../cycle/ht-sine.ts'
import { htTrendmodeKernel } from '../cycle/ht-trendmode.ts'
import { cmoKernel } from '../momentum/cmo.ts'
import { macdKernel } from '../momentum/macd.ts'
import { macdfixKernel } from '../momentum/macdfix.ts'
import { rsiKernel } from '../momentum/rsi.ts'
import { emaKernel } from '../overlap/ema.ts'
import { htTrendlineKernel } from '../overlap/ht-trendline.ts'
import { sarKernel } from '../overlap/sar.ts'
import { sarextKernel } from '../overlap/sarext.ts'
import { atrKernel } from '../volatility/atr.ts'
import { asColumns } from './column.ts'
import type { Kernel } from './kernel.ts'
import { type Lanes, laneKernel } from './lanes.ts'

type InputName = keyof IndicatorData

const hlc: readonly InputName[] = ['high', 'low', 'close']
const hl: readonly InputName[] = ['high', 'low']
const c: readonly InputName[] = ['close']

/** Makers of kernels with parameters that differ from round to round, small enough for many stretches. */
const makers: Record<
  string,
  readonly [inputs: readonly InputName[], outputs: number, make: (round: number) => () => Kernel]
> = {
  EMA: [c, 1, (round) => () => emaKernel({ period: 2 + round * 3, unstablePeriod: round })],
  'EMA seeded with one value': [
    c,
    1,
    (round) => () => emaKernel({ period: 2 + round * 3, profile: 'tradingview' }),
  ],
  MACD: [
    c,
    3,
    (round) => () =>
      macdKernel({ fastPeriod: 2 + round, slowPeriod: 4 + round * 2, signalPeriod: 1 + round }),
  ],
  MACDFIX: [c, 3, (round) => () => macdfixKernel({ signalPeriod: 1 + round })],
  RSI: [c, 1, (round) => () => rsiKernel({ period: 2 + round, unstablePeriod: round })],
  CMO: [c, 1, (round) => () => cmoKernel({ period: 2 + round })],
  ATR: [hlc, 1, (round) => () => atrKernel({ period: 1 + round, unstablePeriod: round })],
  'ATR with the first range': [
    hlc,
    1,
    (round) => () => atrKernel({ period: 1 + round, profile: 'tradingview' }),
  ],
  HT_DCPERIOD: [c, 1, (round) => () => htDcperiodKernel({ unstablePeriod: round })],
  HT_PHASOR: [c, 2, (round) => () => htPhasorKernel({ unstablePeriod: round })],
  HT_SINE: [c, 2, (round) => () => htSineKernel({ unstablePeriod: round })],
  HT_TRENDLINE: [c, 1, (round) => () => htTrendlineKernel({ unstablePeriod: round })],
  HT_TRENDMODE: [c, 1, (round) => () => htTrendmodeKernel({ unstablePeriod: round })],
  SAR: [hl, 1, (round) => () => sarKernel({ acceleration: 0.01 * (1 + round), maximum: 0.2 })],
  SAREXT: [
    hl,
    1,
    (round) => () =>
      sarextKernel({
        startValue: round - 4,
        offsetOnReverse: 0.001 * round,
        accelerationShort: 0.03,
        accelerationMaxLong: 0.1,
      }),
  ],
}

function run(
  kernel: Kernel,
  inputs: readonly Float64Array[],
  outputs: number,
  inParts: boolean,
): Float64Array[] {
  const length = inputs[0]?.length ?? 0
  const results = Array.from({ length: outputs }, () => new Float64Array(length))
  if (inParts) kernel.scratch?.run(kernel, asColumns(inputs), asColumns(results), length)
  else {
    const scratch = Array.from({ length: kernel.scratch?.count ?? 0 }, () => new Float64Array(length))
    kernel.run(asColumns(inputs), asColumns([...results, ...scratch]), 0, length)
  }
  for (const column of results) column.fill(Number.NaN, 0, kernel.lookback)
  return results
}

/** How many values and numbers of the state differ in any bit from those of one loop over everything. */
function differences(make: () => Kernel, inputs: readonly Float64Array[], outputs: number): number {
  const kernel = make()
  const plain = make()
  const found = run(kernel, inputs, outputs, true)
  const expected = run(plain, inputs, outputs, false)
  const count = (some: readonly Float64Array[], others: readonly Float64Array[]) =>
    some.reduce(
      (sum, column, place) =>
        sum + column.filter((value, at) => !Object.is(value, others[place]?.[at])).length,
      0,
    )
  return count(found, expected) + count(kernel.states, plain.states)
}

/** Series for which a guess may be right, wrong for long, or never right. */
const hostile: Record<string, (length: number, random: () => number) => Float64Array> = {
  'a NaN in the first half': (length, random) =>
    walk(length, random, (bar) => (bar === length >> 2 ? Number.NaN : 1)),
  'NaN only': (length) => new Float64Array(length).fill(Number.NaN),
  'an infinity': (length, random) =>
    walk(length, random, (bar) => (bar === 40 ? Number.POSITIVE_INFINITY : 1)),
  'one value 300 orders larger': (length, random) => walk(length, random, (bar) => (bar === 50 ? 1e300 : 1)),
  'denormal numbers': (length, random) => walk(length, random, () => 1e-322),
  'zeros of both signs': (length, random) => walk(length, random, () => (random() < 0.5 ? 0 : -0)),
  'a walk that stops': (length, random) => walk(length, random, (bar) => (bar < length / 3 ? 1 : 0)),
  'two values by turns': (length) => new Float64Array(length).map((_, bar) => (bar % 2 === 0 ? 100 : 101)),
  'numbers up to the largest': (length, random) => walk(length, random, () => 1e306),
}

function walk(length: number, random: () => number, scale: (bar: number) => number): Float64Array {
  let price = 100
  return new Float64Array(length).map((_, bar) => {
    price *= 1 + (random() - 0.5) * 0.03
    return price * scale(bar)
  })
}

describe.each(Object.entries(makers))('%s in stretches', (_name, [inputs, outputs, makeOf]) => {
  test.each(indicatorDataKinds)('has the bits of one loop: %s data', (kind) => {
    const random = randomFrom(11)
    for (let round = 0; round < 8; round++) {
      const data = indicatorData(kind, 200 + Math.floor(random() * 12_000), round)
      expect(
        differences(
          makeOf(round),
          inputs.map((name) => data[name]),
          outputs,
        ),
      ).toBe(0)
    }
  })

  test.each(Object.entries(hostile))('has the bits of one loop: %s', (_kind, make) => {
    for (let round = 0; round < 4; round++) {
      const random = randomFrom(round)
      const column = make(7000 + Math.floor(random() * 3000), random)
      // The same numbers for every end of a bar, one place apart: highs below lows, too.
      const columns = inputs.map((_input, place) => column.map((value, bar) => column[bar - place] ?? value))
      expect(differences(makeOf(round), columns, outputs)).toBe(0)
    }
  })
})

/** A loop with state x ← (1 - weight) x + value, and a note of how many bars it went over one by one. */
function counted(weight: number, memory: number): { kernel: Kernel; serialBars: () => number } {
  let bars = 0
  const loop: Lanes['loop'] = (states, stride, inputs, outputs, start, end) => {
    if (stride === 0) bars += end - start
    for (let lane = 0; lane < (stride === 0 ? 1 : 3); lane++)
      for (let index = start; index < end; index++) {
        const at = index + lane * stride
        const next = (1 - weight) * (states[lane] ?? 0) + (inputs[0][at] ?? 0)
        states[lane] = next
        outputs[0][at] = next
      }
  }
  return { kernel: laneKernel({ count: 3, size: 1, begun: 1, memory, loop }), serialBars: () => bars }
}

describe('a loop over several stretches', () => {
  const length = 10_000
  const input = [indicatorData('walk', length).close]

  test('that forgets runs hardly a bar alone', () => {
    const { kernel, serialBars } = counted(0.1, 600)
    run(kernel, input, 1, true)
    expect(serialBars()).toBeLessThan(0.01 * length)
  })

  test('that never forgets runs every stretch but the first again, to the same bits', () => {
    const { kernel, serialBars } = counted(0, 600)
    const plain = counted(0, 600).kernel
    expect(run(kernel, input, 1, true)).toEqual(run(plain, input, 1, false))
    expect(serialBars()).toBeGreaterThan(0.6 * length)
  })

  test('runs as one where the stretches would be shorter than its memory', () => {
    const { kernel, serialBars } = counted(0.1, length / 4)
    run(kernel, input, 1, true)
    expect(serialBars()).toBe(length)
  })
})
