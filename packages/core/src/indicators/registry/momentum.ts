import { adxKernel } from '../momentum/adx.ts'
import { adxrKernel } from '../momentum/adxr.ts'
import { apoKernel } from '../momentum/apo.ts'
import { aroonKernel } from '../momentum/aroon.ts'
import { aroonoscKernel } from '../momentum/aroonosc.ts'
import { bopKernel } from '../momentum/bop.ts'
import { cciKernel } from '../momentum/cci.ts'
import { cmoKernel } from '../momentum/cmo.ts'
import { dxKernel } from '../momentum/dx.ts'
import { imiKernel } from '../momentum/imi.ts'
import { macdKernel } from '../momentum/macd.ts'
import { macdextKernel } from '../momentum/macdext.ts'
import { macdfixKernel } from '../momentum/macdfix.ts'
import { mfiKernel } from '../momentum/mfi.ts'
import { minusDiKernel } from '../momentum/minus-di.ts'
import { minusDmKernel } from '../momentum/minus-dm.ts'
import { momKernel } from '../momentum/mom.ts'
import { plusDiKernel } from '../momentum/plus-di.ts'
import { plusDmKernel } from '../momentum/plus-dm.ts'
import { ppoKernel } from '../momentum/ppo.ts'
import { rocKernel } from '../momentum/roc.ts'
import { rocpKernel } from '../momentum/rocp.ts'
import { rocrKernel } from '../momentum/rocr.ts'
import { rocr100Kernel } from '../momentum/rocr100.ts'
import { createRsi, rsiKernel } from '../momentum/rsi.ts'
import { stochKernel } from '../momentum/stoch.ts'
import { stochfKernel } from '../momentum/stochf.ts'
import { stochrsiKernel } from '../momentum/stochrsi.ts'
import { trixKernel } from '../momentum/trix.ts'
import { ultoscKernel } from '../momentum/ultosc.ts'
import { willrKernel } from '../momentum/willr.ts'
import { averageKind, define, outputs, timePeriod, whole } from './entry.ts'

const group = 'Momentum Indicators'
const line = outputs('own', 'line', 'value outReal')
const macdOutputs = [
  ...outputs('own', 'line', 'macd outMACD', 'signal outMACDSignal'),
  ...outputs('own', 'histogram', 'histogram outMACDHist'),
]
const fast = whole('fastPeriod', 12, 2, 'optInFastPeriod')
const slow = whole('slowPeriod', 26, 2, 'optInSlowPeriod')
const signal = whole('signalPeriod', 9, 1, 'optInSignalPeriod')
const oscillator = [fast, slow, averageKind()]
const fastK = whole('fastKPeriod', 5, 1, 'optInFastK_Period')
const fastD = [
  whole('fastDPeriod', 3, 1, 'optInFastD_Period'),
  averageKind('fastDMaType', 'optInFastD_MAType'),
]
const fastOutputs = outputs('own', 'line', 'fastK outFastK', 'fastD outFastD')

/** TA-Lib's momentum indicators. */
export const momentumIndicators = [
  define('ADX', 'Average Directional Movement Index', group, 'hlc', adxKernel, [timePeriod(14)], line, {
    tradingview: true,
  }),
  define(
    'ADXR',
    'Average Directional Movement Index Rating',
    group,
    'hlc',
    adxrKernel,
    [timePeriod(14)],
    line,
  ),
  define('APO', 'Absolute Price Oscillator', group, 'c', apoKernel, oscillator, line),
  define(
    'AROON',
    'Aroon',
    group,
    'hl',
    aroonKernel,
    [timePeriod(14)],
    outputs('own', 'line', 'down outAroonDown', 'up outAroonUp'),
  ),
  define('AROONOSC', 'Aroon Oscillator', group, 'hl', aroonoscKernel, [timePeriod(14)], line),
  define('BOP', 'Balance Of Power', group, 'ohlc', bopKernel, [], line),
  define('CCI', 'Commodity Channel Index', group, 'hlc', cciKernel, [timePeriod(14)], line),
  define('CMO', 'Chande Momentum Oscillator', group, 'c', cmoKernel, [timePeriod(14)], line, {
    tradingview: true,
  }),
  define('DX', 'Directional Movement Index', group, 'hlc', dxKernel, [timePeriod(14)], line, {
    tradingview: true,
  }),
  define('IMI', 'Intraday Momentum Index', group, 'oc', imiKernel, [timePeriod(14)], line),
  define(
    'MACD',
    'Moving Average Convergence/Divergence',
    group,
    'c',
    macdKernel,
    [fast, slow, signal],
    macdOutputs,
    { tradingview: true },
  ),
  define(
    'MACDEXT',
    'MACD with controllable MA type',
    group,
    'c',
    macdextKernel,
    [
      fast,
      averageKind('fastMaType', 'optInFastMAType'),
      slow,
      averageKind('slowMaType', 'optInSlowMAType'),
      signal,
      averageKind('signalMaType', 'optInSignalMAType'),
    ],
    macdOutputs,
  ),
  define(
    'MACDFIX',
    'Moving Average Convergence/Divergence Fix 12/26',
    group,
    'c',
    macdfixKernel,
    [signal],
    macdOutputs,
  ),
  define('MFI', 'Money Flow Index', group, 'hlcv', mfiKernel, [timePeriod(14)], line),
  define('MINUS_DI', 'Minus Directional Indicator', group, 'hlc', minusDiKernel, [timePeriod(14, 1)], line, {
    tradingview: true,
  }),
  define('MINUS_DM', 'Minus Directional Movement', group, 'hl', minusDmKernel, [timePeriod(14, 1)], line),
  define('MOM', 'Momentum', group, 'c', momKernel, [timePeriod(10, 1)], line),
  define('PLUS_DI', 'Plus Directional Indicator', group, 'hlc', plusDiKernel, [timePeriod(14, 1)], line, {
    tradingview: true,
  }),
  define('PLUS_DM', 'Plus Directional Movement', group, 'hl', plusDmKernel, [timePeriod(14, 1)], line),
  define('PPO', 'Percentage Price Oscillator', group, 'c', ppoKernel, oscillator, line),
  define('ROC', 'Rate of change', group, 'c', rocKernel, [timePeriod(10, 1)], line),
  define('ROCP', 'Rate of change as a share', group, 'c', rocpKernel, [timePeriod(10, 1)], line),
  define('ROCR', 'Rate of change ratio', group, 'c', rocrKernel, [timePeriod(10, 1)], line),
  define('ROCR100', 'Rate of change ratio, times 100', group, 'c', rocr100Kernel, [timePeriod(10, 1)], line),
  define('RSI', 'Relative Strength Index', group, 'c', rsiKernel, [timePeriod(14)], line, {
    tradingview: true,
    stream: createRsi,
  }),
  define(
    'STOCH',
    'Stochastic',
    group,
    'hlc',
    stochKernel,
    [
      fastK,
      whole('slowKPeriod', 3, 1, 'optInSlowK_Period'),
      averageKind('slowKMaType', 'optInSlowK_MAType'),
      whole('slowDPeriod', 3, 1, 'optInSlowD_Period'),
      averageKind('slowDMaType', 'optInSlowD_MAType'),
    ],
    outputs('own', 'line', 'slowK outSlowK', 'slowD outSlowD'),
  ),
  define('STOCHF', 'Stochastic Fast', group, 'hlc', stochfKernel, [fastK, ...fastD], fastOutputs),
  define(
    'STOCHRSI',
    'Stochastic Relative Strength Index',
    group,
    'c',
    stochrsiKernel,
    [timePeriod(14), fastK, ...fastD],
    fastOutputs,
  ),
  define(
    'TRIX',
    '1-day Rate-Of-Change (ROC) of a Triple Smooth EMA',
    group,
    'c',
    trixKernel,
    [timePeriod(30, 1)],
    line,
    { tradingview: true },
  ),
  define(
    'ULTOSC',
    'Ultimate Oscillator',
    group,
    'hlc',
    ultoscKernel,
    [
      whole('period1', 7, 1, 'optInTimePeriod1'),
      whole('period2', 14, 1, 'optInTimePeriod2'),
      whole('period3', 28, 1, 'optInTimePeriod3'),
    ],
    line,
  ),
  define('WILLR', "Williams' %R", group, 'hlc', willrKernel, [timePeriod(14)], line),
]
