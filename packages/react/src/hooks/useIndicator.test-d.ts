import type { BarSeries } from '@starkmatter/core'
import { expectTypeOf, test } from 'vitest'
import type { IndicatorResult } from '../indicator/track-book.ts'
import { useIndicator } from './useIndicator.ts'
import { useIndicators } from './useIndicators.ts'

declare const series: BarSeries | undefined

test('parameters of an indicator are those of its function', () => {
  useIndicator({ series, name: 'RSI', params: { period: 14, profile: 'tradingview', nan: 'reset' } })
  useIndicator({ series, name: 'OBV' })
  useIndicator({ series, name: 'SMA', params: undefined })
  // @ts-expect-error: it is spelt period
  useIndicator({ series, name: 'SMA', params: { perod: 3 } })
  // @ts-expect-error: a period is a number
  useIndicator({ series, name: 'SMA', params: { period: '3' } })
  // @ts-expect-error: SMA has one profile
  useIndicator({ series, name: 'SMA', params: { profile: 'tradingview' } })
})

test('so are those of each of several', () => {
  const { data } = useIndicators({
    series,
    indicators: [
      { name: 'RSI', params: { period: 14 } },
      { name: 'MACD', params: { slowPeriod: 30 } },
    ],
  })
  expectTypeOf(data).toEqualTypeOf<readonly IndicatorResult[] | undefined>()
  // @ts-expect-error: MACD has a slow and a fast period
  useIndicators({ series, indicators: [{ name: 'RSI' }, { name: 'MACD', params: { period: 30 } }] })
})

test('of a name that is not known before it runs, any parameter is taken', () => {
  const name: string = 'SMA'
  useIndicator({ series, name, params: { anything: 3 } })
  useIndicators({ series, indicators: [{ name, params: { anything: 3 } }] })
  const choices: readonly { name: string; params?: Readonly<Record<string, number>> | undefined }[] = []
  useIndicators({ series, indicators: choices })
})
