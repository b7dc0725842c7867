import { expectTypeOf, test } from 'vitest'
import { createSma, macd, sma, smaLookback } from '../index.ts'
import { applyIndicators, type IndicatorRequest, indicators, type ParamsByName, screen } from './index.ts'

const series = { high: [1, 2], low: [1, 2], close: [1, 2] }
const columns = [[1, 2]]

test('a parameter that a function does not have is refused, whatever the function is called through', () => {
  // @ts-expect-error: it is spelt period
  sma([1, 2], { perod: 3 })
  // @ts-expect-error
  createSma({ perod: 3 })
  // @ts-expect-error
  smaLookback({ perod: 3 })
  // @ts-expect-error: MACD has a slow and a fast period
  macd([1, 2], { period: 3 })
  // @ts-expect-error
  applyIndicators(series, [{ name: 'SMA', params: { perod: 3 } }])
  // @ts-expect-error: also behind one that is right
  applyIndicators(series, [{ name: 'RSI' }, { name: 'MACD', params: { period: 3 } }])
  // @ts-expect-error
  screen([series], [{ name: 'SMA', params: { perod: 3 } }])
  // @ts-expect-error
  indicators.get('SMA')?.compute(columns, { perod: 3 })
  // @ts-expect-error
  indicators.get('SMA')?.createStream({ perod: 3 })
  // @ts-expect-error
  indicators.get('SMA')?.lookback({ perod: 3 })
  // @ts-expect-error
  indicators.get('SUPERTREND')?.kernel({ factor: 3 })
})

test('a value that is none of a parameter is refused', () => {
  // @ts-expect-error: a period is a number
  applyIndicators(series, [{ name: 'SMA', params: { period: '3' } }])
  // @ts-expect-error
  screen([series], [{ name: 'RSI', params: { nan: 'skip' } }])
  // @ts-expect-error
  indicators.get('RSI')?.compute(columns, { profile: 'trading-view' })
  // @ts-expect-error: SMA has one profile
  indicators.get('SMA')?.compute(columns, { profile: 'tradingview' })
  // @ts-expect-error: candles have no such setting
  indicators.get('CDLDOJI')?.lookback({ settings: { bodyWide: { period: 5 } } })
  // @ts-expect-error: what is to be reused is an argument of its own
  indicators.get('SMA')?.compute(columns, { out: new Float64Array(2) })
})

test('what a function has is taken', () => {
  applyIndicators(series, [
    { name: 'RSI', params: { period: 14, unstablePeriod: 2, nan: 'reset', profile: 'tradingview' } },
    { name: 'BBANDS', params: { deviationsUp: 3, maType: 1, profile: undefined } },
    { name: 'ADD', params: { nan: 'reset', profile: 'talib-0.6.4' } },
    { name: 'CDLMORNINGSTAR', params: { penetration: 0.4 } },
    { name: 'OBV', params: {} },
  ])
  expectTypeOf<ParamsByName<'SMA'>>().toExtend<{ period?: number | undefined }>()
  expectTypeOf<keyof ParamsByName<'SMA'>>().toEqualTypeOf<'period' | 'nan' | 'profile'>()
  expectTypeOf<keyof ParamsByName<'ATAN'>>().toEqualTypeOf<'nan' | 'profile'>()
  expectTypeOf<keyof ParamsByName<'CDLDOJI'>>().toEqualTypeOf<'settings' | 'nan' | 'profile'>()
})

test('of a name that is not known before it runs, any parameter is taken', () => {
  const name: string = 'SMA'
  applyIndicators(series, [{ name, params: { anything: 3 } }])
  indicators.get(name)?.compute(columns, { anything: 3 })
  const request: IndicatorRequest = { name: 'SMA', params: { anything: 3 } }
  screen([series], [request])
})

test('requests that are kept in a variable are held to their functions, too', () => {
  const right = [{ name: 'SMA', params: { period: 3 } }] as const
  applyIndicators(series, right)
  const wrong = [{ name: 'SMA', params: { period: 'three' } }] as const
  // @ts-expect-error
  applyIndicators(series, wrong)
})

test('what a stream of the registry gives follows from the outputs of its function', () => {
  const rsi = indicators.get('RSI')?.createStream({ period: 14 })
  expectTypeOf(rsi?.push(1)).toEqualTypeOf<number | undefined>()
  const macdStream = indicators.get('MACD')?.createStream()
  expectTypeOf(macdStream?.push(1)).toEqualTypeOf<
    Record<'macd' | 'signal' | 'histogram', number> | undefined
  >()
  const name: string = 'RSI'
  expectTypeOf(indicators.get(name)?.createStream().push(1)).toEqualTypeOf<
    number | Record<string, number> | undefined
  >()
})
