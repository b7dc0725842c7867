import { htSineOver } from '../cycle/ht-sine.ts'
import type { Kernel } from '../framework/kernel.ts'
import { acceleratorOver } from '../momentum/accelerator.ts'
import { adxrOver } from '../momentum/adxr.ts'
import { elderRayOver } from '../momentum/elder-ray.ts'
import { qqeOver } from '../momentum/qqe.ts'
import { stochrsiOver } from '../momentum/stochrsi.ts'
import { atrStopOver } from '../overlap/atr-stop.ts'
import { chandelierOver } from '../overlap/chandelier.ts'
import { keltnerOver } from '../overlap/keltner.ts'
import { supertrendOver } from '../overlap/supertrend.ts'
import { linearregAngleOver } from '../statistic/linearreg-angle.ts'
import { natrOver } from '../volatility/natr.ts'
import type { IndicatorParams } from './entry.ts'

/** An indicator with its parameters. */
export type Work = readonly [name: string, params: IndicatorParams]

/**
 * Another way to an indicator: over the first outputs of `parts`, which `last` finds after the indicator's own inputs. It
 * gives the bits of the plain way, and saves time where somebody needs the parts anyway.
 */
export type Detour = {
  readonly parts: readonly Work[]
  /** @param lookback - that of the indicator @param origin - index of the first value of the first part */
  last(lookback: number, origin: number): Kernel
}

type MakeDetour = { make(params: IndicatorParams): Detour | undefined }['make']

/** Detours by the name of the indicator; there is none for parameters that the part does not take. */
export const detours: Readonly<Record<string, MakeDetour>> = {
  NATR: (params) =>
    params.period === 1 ? undefined : { parts: [['ATR', params]], last: (lookback) => natrOver(lookback) },
  SUPERTREND: (params) => ({
    parts: [['ATR', { period: params.period ?? 10, profile: params.profile }]],
    last: (lookback) => supertrendOver(params, lookback),
  }),
  ATR_STOP: (params) => ({
    parts: [['ATR', { period: params.period ?? 21, profile: params.profile }]],
    last: (lookback) => atrStopOver(params, lookback),
  }),
  CHANDELIER: (params) => ({
    parts: [['ATR', { period: params.period ?? 22, profile: params.profile }]],
    last: (lookback) => chandelierOver(params, lookback),
  }),
  KELTNER: (params) =>
    params.period === 1
      ? undefined
      : {
          parts: [
            ['ATR', { period: params.rangePeriod ?? 10, profile: params.profile }],
            ['EMA', { period: params.period ?? 20, profile: params.profile }],
          ],
          last: (lookback) => keltnerOver(params, lookback),
        },
  ELDER_RAY: (params) =>
    params.period === 1
      ? undefined
      : {
          parts: [['EMA', { period: params.period ?? 13, profile: params.profile }]],
          last: (lookback) => elderRayOver(lookback),
        },
  STOCHRSI: (params) => ({
    parts: [['RSI', { period: params.period, unstablePeriod: params.unstablePeriod }]],
    last: (_, origin) => stochrsiOver(params, origin),
  }),
  QQE: (params) => ({
    parts: [['RSI', { period: params.period }]],
    last: (_, origin) => qqeOver(params, origin),
  }),
  ADXR: (params) => ({
    parts: [['ADX', { period: params.period, unstablePeriod: params.unstablePeriod }]],
    last: (_, origin) => adxrOver(params, origin),
  }),
  AC: (params) => ({
    parts: [['AO', { fastPeriod: params.fastPeriod, slowPeriod: params.slowPeriod }]],
    last: (_, origin) => acceleratorOver(params, origin),
  }),
  HT_SINE: (params) => ({
    parts: [['HT_DCPHASE', params]],
    last: (lookback) => htSineOver(lookback),
  }),
  LINEARREG_ANGLE: (params) => ({
    parts: [['LINEARREG_SLOPE', params]],
    last: (lookback) => linearregAngleOver(lookback),
  }),
}

/** Indicators that are outputs of another one, in the order of its outputs. */
export const views: Readonly<Record<string, (params: IndicatorParams) => (Work | undefined)[]>> = {
  BBANDS: ({ period = 5, maType = 0 }) => (maType === 0 ? [undefined, ['SMA', { period }]] : []),
  MINMAX: ({ period }) => [
    ['MIN', { period }],
    ['MAX', { period }],
  ],
}
