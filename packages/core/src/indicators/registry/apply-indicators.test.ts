import { expect, test, vi } from 'vitest'
import { indicatorData, indicatorDataKinds } from '../../testing/indicator-data.ts'
import { applyIndicators, type IndicatorParams, indicators, screen } from './index.ts'
import { detours, views } from './shared-work.ts'

const data = indicatorData('walk', 120, 3)

test('several indicators at once give what each gives alone', () => {
  const [rsi, macd] = applyIndicators(data, [{ name: 'RSI', params: { period: 7 } }, { name: 'MACD' }])
  expect(rsi?.value).toEqual(indicators.get('RSI')?.compute([data.close], { period: 7 })[0])
  expect(Object.values(macd ?? {})).toEqual(indicators.get('MACD')?.compute([data.close]))
})

test('equal requests share their columns, and plain arrays are taken', () => {
  const requests = [
    { name: 'ATR', params: { period: 5 } },
    { name: 'ATR', params: { period: 5 } },
    { name: 'ATR', params: { period: 6 } },
  ]
  const plain = { high: [...data.high], low: [...data.low], close: [...data.close] }
  const [first, again, other] = applyIndicators(plain, requests)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
  expect(first).toEqual(applyIndicators(data, requests)[0])
})

/** For each indicator that may take another way: what must be asked for beside it, and parameters that matter. */
const sharing: Record<string, { beside: string[]; params: IndicatorParams[] }> = {
  NATR: {
    beside: ['ATR'],
    params: [{}, { period: 1 }, { period: 5 }, { profile: 'tradingview', unstablePeriod: 9 }],
  },
  SUPERTREND: {
    beside: ['ATR'],
    params: [{ period: 14 }, { period: 14, multiplier: 1.5, profile: 'tradingview' }],
  },
  ATR_STOP: {
    beside: ['ATR'],
    params: [{ period: 14 }, { period: 14, multiplier: 1 }, { period: 14, profile: 'tradingview' }],
  },
  CHANDELIER: {
    beside: ['ATR'],
    params: [{ period: 14 }, { period: 14, multiplier: 2 }, { period: 14, profile: 'tradingview' }],
  },
  KELTNER: {
    beside: ['ATR', 'EMA'],
    params: [
      { rangePeriod: 14, period: 30 },
      { rangePeriod: 14, period: 1 },
      { rangePeriod: 14, period: 30, profile: 'tradingview' },
    ],
  },
  ELDER_RAY: {
    beside: ['EMA'],
    params: [{ period: 30 }, { period: 1 }, { period: 30, profile: 'tradingview' }],
  },
  STOCHRSI: { beside: ['RSI'], params: [{}, { fastKPeriod: 9, fastDMaType: 1 }, { unstablePeriod: 6 }] },
  QQE: { beside: ['RSI'], params: [{}, { smoothing: 3, factor: 2 }, { profile: 'tradingview' }] },
  ADXR: { beside: ['ADX'], params: [{}, { unstablePeriod: 3 }] },
  AC: { beside: ['AO'], params: [{}, { signalPeriod: 3 }] },
  HT_SINE: { beside: ['HT_DCPHASE'], params: [{}, { unstablePeriod: 3 }] },
  LINEARREG_ANGLE: { beside: ['LINEARREG_SLOPE'], params: [{}, { period: 5 }] },
  BBANDS: { beside: ['SMA'], params: [{ period: 30 }, { period: 30, maType: 1 }] },
  MINMAX: { beside: ['MIN', 'MAX'], params: [{}, { period: 7 }] },
}

test('every other way is tried', () => {
  expect(Object.keys(sharing).sort()).toEqual([...Object.keys(detours), ...Object.keys(views)].sort())
})

test.each(Object.entries(sharing))(
  '%s beside what it shares work with has the bits that it has alone',
  (name, { beside, params }) => {
    for (const kind of indicatorDataKinds) {
      const series = indicatorData(kind, 400, 8)
      for (const set of params) {
        // What stands beside takes the same parameters where it has them.
        const own = (other: string) => {
          const known = indicators.get(other)?.params ?? []
          const takes = (key: string, value: unknown) =>
            key === 'profile' ||
            key === 'unstablePeriod' ||
            known.some(({ name: one, min }) => one === key && Number(value) >= min)
          return Object.fromEntries(Object.entries(set).filter(([key, value]) => takes(key, value)))
        }
        const requests = [...beside, name, ...beside].map((one) => ({
          name: one,
          params: one === name ? set : own(one),
        }))
        const together = applyIndicators(series, requests)
        for (const [index, request] of requests.entries()) {
          const indicator = indicators.get(request.name)
          const alone = indicator?.compute(
            indicator.inputs.map((input) => series[input]),
            request.params,
          )
          expect(
            Object.values(together[index] ?? {}),
            `${request.name} ${kind} ${JSON.stringify(set)}`,
          ).toEqual(alone)
        }
      }
    }
  },
)

test('what several indicators need is computed once', () => {
  const calls = (name: string) => {
    const indicator = indicators.get(name)
    if (!indicator) throw new Error(name)
    return vi.spyOn(indicator, 'compute')
  }
  const spies = {
    range: calls('ATR'),
    share: calls('NATR'),
    trend: calls('SUPERTREND'),
    average: calls('SMA'),
  }
  const [bands, average, ...others] = applyIndicators(data, [
    { name: 'BBANDS', params: { period: 20 } },
    { name: 'SMA', params: { period: 20 } },
    { name: 'NATR', params: { period: 14 } },
    { name: 'SUPERTREND', params: { period: 14 } },
  ])
  expect(average?.value).toBe(bands?.middle)
  expect(others).toHaveLength(2)
  expect(Object.values(spies).map((spy) => spy.mock.calls.length)).toEqual([1, 0, 0, 0])
  applyIndicators(data, [
    { name: 'NATR', params: { nan: 'reset' } },
    { name: 'ATR', params: { nan: 'reset' } },
  ])
  expect(Object.values(spies).map((spy) => spy.mock.calls.length)).toEqual([2, 1, 0, 0])
  for (const spy of Object.values(spies)) spy.mockRestore()
})

test('an unknown name and an absent column are refused by name', () => {
  expect(() => applyIndicators(data, [{ name: 'NOPE' }])).toThrow('"NOPE"')
  expect(() => applyIndicators({ close: [1] }, [{ name: 'ATR' }])).toThrow('high')
})

test.each(['propagate', 'reset'] as const)(
  'a screener gets the last value of every indicator for every series, whatever their lengths: %s',
  (nan) => {
    const list = [60, 120, 10, 0, 90].map((length, index) =>
      indicatorData(index % 2 === 0 ? 'walk' : 'holes', length, index + 1),
    )
    const names = [...indicators.values()].filter(({ causal }) => causal).map(({ name }) => name)
    const screened = screen(
      list,
      names.map((name) => ({ name, params: { nan } })),
    )
    for (const [index, name] of names.entries()) {
      const indicator = indicators.get(name)
      for (const [place, series] of list.entries()) {
        const whole =
          indicator?.compute(
            indicator.inputs.map((input) => series[input]),
            { nan },
          ) ?? []
        const blank = indicator?.group === 'Pattern Recognition' ? 0 : Number.NaN
        expect(
          Object.values(screened[index] ?? {}).map((column) => column[place]),
          `${name} ${place}`,
        ).toEqual(whole.map((column) => column.at(-1) ?? blank))
      }
    }
  },
)

test('a screener refuses a series whose columns differ in length', () => {
  const lopsided = { high: [1, 2, 3], low: [1, 2], close: [1, 2, 3] }
  expect(() => screen([lopsided], [{ name: 'ATR' }])).toThrowError(
    expect.objectContaining({
      code: 'BAD_REQUEST',
      parameter: 'series[0].low',
      expected: '3 values, as high has',
      got: '2',
    }),
  )
})
