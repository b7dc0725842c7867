import { macdKernel } from '../momentum/macd.ts'
import { rsiKernel } from '../momentum/rsi.ts'
import { stochKernel } from '../momentum/stoch.ts'
import { averageKind, define, type Indicator, outputs, timePeriod, whole } from './entry.ts'

const group = 'Momentum Indicators'
const line = outputs('own', 'line', 'value outReal')
const macdOutputs = [
  ...outputs('own', 'line', 'macd outMACD', 'signal outMACDSignal'),
  ...outputs('own', 'histogram', 'histogram outMACDHist'),
]

/** TA-Lib's momentum indicators. */
export const momentumIndicators: readonly Indicator[] = [
  define(
    'MACD',
    'Moving Average Convergence/Divergence',
    group,
    'c',
    macdKernel,
    [
      whole('fastPeriod', 12, 2, 'optInFastPeriod'),
      whole('slowPeriod', 26, 2, 'optInSlowPeriod'),
      whole('signalPeriod', 9, 1, 'optInSignalPeriod'),
    ],
    macdOutputs,
  ),
  define('RSI', 'Relative Strength Index', group, 'c', rsiKernel, [timePeriod(14)], line),
  define(
    'STOCH',
    'Stochastic',
    group,
    'hlc',
    stochKernel,
    [
      whole('fastKPeriod', 5, 1, 'optInFastK_Period'),
      whole('slowKPeriod', 3, 1, 'optInSlowK_Period'),
      averageKind('slowKMaType', 'optInSlowK_MAType'),
      whole('slowDPeriod', 3, 1, 'optInSlowD_Period'),
      averageKind('slowDMaType', 'optInSlowD_MAType'),
    ],
    outputs('own', 'line', 'slowK outSlowK', 'slowD outSlowD'),
  ),
]
