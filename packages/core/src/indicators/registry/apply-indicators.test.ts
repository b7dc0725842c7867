import { expect, test } from 'vitest'
import { indicatorData } from '../../testing/indicator-data.ts'
import { applyIndicators, indicators, screen } from './index.ts'

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

test('an unknown name and an absent column are refused by name', () => {
  expect(() => applyIndicators(data, [{ name: 'NOPE' }])).toThrow('"NOPE"')
  expect(() => applyIndicators({ close: [1] }, [{ name: 'ATR' }])).toThrow('high')
})

test('a screener gets the last value of every indicator for every series, whatever their lengths', () => {
  const list = [60, 120, 10, 0, 90].map((length, index) => indicatorData('walk', length, index + 1))
  const names = [...indicators.values()].filter(({ causal }) => causal).map(({ name }) => name)
  const screened = screen(
    list,
    names.map((name) => ({ name })),
  )
  for (const [index, name] of names.entries()) {
    const indicator = indicators.get(name)
    for (const [place, series] of list.entries()) {
      const whole = indicator?.compute(indicator.inputs.map((input) => series[input])) ?? []
      const blank = indicator?.group === 'Pattern Recognition' ? 0 : Number.NaN
      expect(
        Object.values(screened[index] ?? {}).map((column) => column[place]),
        `${name} ${place}`,
      ).toEqual(whole.map((column) => column.at(-1) ?? blank))
    }
  }
})
