import { acceleratorKernel } from '../momentum/accelerator.ts'
import { awesomeKernel } from '../momentum/awesome.ts'
import { connorsRsiKernel } from '../momentum/connors-rsi.ts'
import { coppockKernel } from '../momentum/coppock.ts'
import { dpoKernel } from '../momentum/dpo.ts'
import { elderRayKernel } from '../momentum/elder-ray.ts'
import { fisherKernel } from '../momentum/fisher.ts'
import { kstKernel } from '../momentum/kst.ts'
import { qqeKernel } from '../momentum/qqe.ts'
import { smiKernel } from '../momentum/smi.ts'
import { stcKernel } from '../momentum/stc.ts'
import { tsiKernel } from '../momentum/tsi.ts'
import { vortexKernel } from '../momentum/vortex.ts'
import { waveTrendKernel } from '../momentum/wave-trend.ts'
import { decimal, define, outputs, whole } from './entry.ts'

const group = 'Momentum Indicators'

/** Momentum Indicators that TA-Lib does not have. */
export const momentumBeyond = [
  define(
    'VORTEX',
    'Vortex Indicator',
    group,
    'hlc',
    vortexKernel,
    [whole('period', 14, 1)],
    outputs('own', 'line', 'plus', 'minus'),
  ),
  define(
    'CRSI',
    'Connors RSI',
    group,
    'c',
    connorsRsiKernel,
    [whole('period', 3, 2), whole('streakPeriod', 2, 2), whole('rankPeriod', 100, 1)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'FISHER',
    'Fisher Transform',
    group,
    'hl',
    fisherKernel,
    [whole('period', 9, 1)],
    outputs('own', 'line', 'value', 'signal'),
  ),
  define(
    'ELDER_RAY',
    'Elder Ray',
    group,
    'hlc',
    elderRayKernel,
    [whole('period', 13, 1)],
    outputs('own', 'histogram', 'bull', 'bear'),
    { tradingview: true },
  ),
  define(
    'AO',
    'Awesome Oscillator',
    group,
    'hl',
    awesomeKernel,
    [whole('fastPeriod', 5, 1), whole('slowPeriod', 34, 1)],
    outputs('own', 'histogram', 'value'),
  ),
  define(
    'AC',
    'Accelerator Oscillator',
    group,
    'hl',
    acceleratorKernel,
    [whole('fastPeriod', 5, 1), whole('slowPeriod', 34, 1), whole('signalPeriod', 5, 1)],
    outputs('own', 'histogram', 'value'),
  ),
  define(
    'COPPOCK',
    'Coppock Curve',
    group,
    'c',
    coppockKernel,
    [whole('longPeriod', 14, 1), whole('shortPeriod', 11, 1), whole('averagePeriod', 10, 1)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'KST',
    'Know Sure Thing',
    group,
    'c',
    kstKernel,
    [
      whole('rate1', 10, 1),
      whole('rate2', 15, 1),
      whole('rate3', 20, 1),
      whole('rate4', 30, 1),
      whole('average1', 10, 1),
      whole('average2', 10, 1),
      whole('average3', 10, 1),
      whole('average4', 15, 1),
      whole('signalPeriod', 9, 1),
    ],
    outputs('own', 'line', 'value', 'signal'),
  ),
  define(
    'TSI',
    'True Strength Index',
    group,
    'c',
    tsiKernel,
    [whole('longPeriod', 25, 1), whole('shortPeriod', 13, 1), whole('signalPeriod', 13, 1)],
    outputs('own', 'line', 'value', 'signal'),
    { tradingview: true },
  ),
  define(
    'SMI',
    'Stochastic Momentum Index',
    group,
    'hlc',
    smiKernel,
    [
      whole('period', 10, 1),
      whole('firstSmoothing', 3, 1),
      whole('secondSmoothing', 3, 1),
      whole('signalPeriod', 3, 1),
    ],
    outputs('own', 'line', 'value', 'signal'),
    { tradingview: true },
  ),
  define(
    'STC',
    'Schaff Trend Cycle',
    group,
    'c',
    stcKernel,
    [
      whole('fastPeriod', 23, 1),
      whole('slowPeriod', 50, 1),
      whole('cyclePeriod', 10, 1),
      decimal('factor', 0.5, 0, undefined, 1),
    ],
    outputs('own', 'line', 'value'),
    { tradingview: true },
  ),
  define(
    'QQE',
    'Quantitative Qualitative Estimation',
    group,
    'c',
    qqeKernel,
    [whole('period', 14, 2), whole('smoothing', 5, 1), decimal('factor', 4.236, 0)],
    outputs('own', 'line', 'value', 'stop'),
    { tradingview: true },
  ),
  define(
    'DPO',
    'Detrended Price Oscillator',
    group,
    'c',
    dpoKernel,
    [whole('period', 20, 1)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'WAVETREND',
    'WaveTrend Oscillator',
    group,
    'hlc',
    waveTrendKernel,
    [whole('channelPeriod', 10, 1), whole('averagePeriod', 21, 1), whole('signalPeriod', 4, 1)],
    outputs('own', 'line', 'value', 'signal'),
    { tradingview: true },
  ),
]
