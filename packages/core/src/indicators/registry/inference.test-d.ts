import { expectTypeOf, test } from 'vitest'
import { applyIndicators, type IndicatorName, type IndicatorRequest, indicators, screen } from './index.ts'

const series = { high: [1, 2], low: [1, 2], close: [1, 2] }

test('results are known one by one, each with the outputs of its function', () => {
  const [rsi, macd] = applyIndicators(series, [{ name: 'RSI', params: { period: 14 } }, { name: 'MACD' }])
  expectTypeOf(rsi).toEqualTypeOf<Readonly<Record<'value', Float64Array>>>()
  expectTypeOf(macd).toEqualTypeOf<Readonly<Record<'macd' | 'signal' | 'histogram', Float64Array>>>()
  // @ts-expect-error: the function has no such output
  macd.upper
})

test('a screen knows the outputs of its requests likewise', () => {
  const [bands] = screen([series], [{ name: 'BBANDS' }])
  expectTypeOf(bands).toEqualTypeOf<Readonly<Record<'upper' | 'middle' | 'lower', Float64Array>>>()
})

test('of requests that are not known before they run, any output may be asked for', () => {
  const requests: IndicatorRequest[] = []
  expectTypeOf(applyIndicators(series, requests)).toEqualTypeOf<Readonly<Record<string, Float64Array>>[]>()
  const name: string = 'RSI'
  expectTypeOf(applyIndicators(series, [{ name }])[0]).toEqualTypeOf<Readonly<Record<string, Float64Array>>>()
})

test('names are known to an editor, and others are taken as they come', () => {
  expectTypeOf<'RSI'>().toExtend<IndicatorName>()
  expectTypeOf<'CDL2CROWS'>().toExtend<IndicatorName>()
  expectTypeOf<'SUPERTREND'>().toExtend<IndicatorName>()
  expectTypeOf<'rsi'>().not.toExtend<IndicatorName>()
  const name: string = 'RSI'
  indicators.get(name)
})
