import { accbandsKernel } from '../overlap/accbands.ts'
import { bbandsKernel, createBbands } from '../overlap/bbands.ts'
import { demaKernel } from '../overlap/dema.ts'
import { createEma, emaKernel } from '../overlap/ema.ts'
import { htTrendlineKernel } from '../overlap/ht-trendline.ts'
import { kamaKernel } from '../overlap/kama.ts'
import { maKernel } from '../overlap/ma.ts'
import { mamaKernel } from '../overlap/mama.ts'
import { mavpKernel } from '../overlap/mavp.ts'
import { midpointKernel } from '../overlap/midpoint.ts'
import { midpriceKernel } from '../overlap/midprice.ts'
import { sarKernel } from '../overlap/sar.ts'
import { sarextKernel } from '../overlap/sarext.ts'
import { createSma, smaKernel } from '../overlap/sma.ts'
import { t3Kernel } from '../overlap/t3.ts'
import { temaKernel } from '../overlap/tema.ts'
import { trimaKernel } from '../overlap/trima.ts'
import { wmaKernel } from '../overlap/wma.ts'
import { averageKind, decimal, define, outputs, timePeriod, whole } from './entry.ts'

const group = 'Overlap Studies'
const line = outputs('price', 'line', 'value outReal')
const dots = outputs('price', 'dots', 'value outReal')
const bands = outputs(
  'price',
  'band',
  'upper outRealUpperBand',
  'middle outRealMiddleBand',
  'lower outRealLowerBand',
)
const deviations = <const name extends string>(name: name, talib: string) =>
  decimal(name, 2, undefined, talib)
const step = <const name extends string>(name: name, value: number) =>
  decimal(name, value, 0, `optIn${name.charAt(0).toUpperCase()}${name.slice(1)}`)

/** TA-Lib's overlap studies. */
export const overlapStudies = [
  define('ACCBANDS', 'Acceleration Bands', group, 'hlc', accbandsKernel, [timePeriod(20)], bands),
  define(
    'BBANDS',
    'Bollinger Bands',
    group,
    'c',
    bbandsKernel,
    [
      timePeriod(5),
      deviations('deviationsUp', 'optInNbDevUp'),
      deviations('deviationsDown', 'optInNbDevDn'),
      averageKind(),
    ],
    bands,
    { stream: createBbands },
  ),
  define('DEMA', 'Double Exponential Moving Average', group, 'c', demaKernel, [timePeriod(30)], line, {
    tradingview: true,
  }),
  define('EMA', 'Exponential Moving Average', group, 'c', emaKernel, [timePeriod(30)], line, {
    tradingview: true,
    stream: createEma,
  }),
  define(
    'HT_TRENDLINE',
    'Hilbert Transform - Instantaneous Trendline',
    group,
    'c',
    htTrendlineKernel,
    [],
    line,
  ),
  define('KAMA', 'Kaufman Adaptive Moving Average', group, 'c', kamaKernel, [timePeriod(30)], line),
  define('MA', 'Moving Average', group, 'c', maKernel, [timePeriod(30, 1), averageKind()], line),
  define(
    'MAMA',
    'MESA Adaptive Moving Average',
    group,
    'c',
    mamaKernel,
    [
      decimal('fastLimit', 0.5, 0.01, 'optInFastLimit', 0.99),
      decimal('slowLimit', 0.05, 0.01, 'optInSlowLimit', 0.99),
    ],
    outputs('price', 'line', 'mama outMAMA', 'fama outFAMA'),
  ),
  define(
    'MAVP',
    'Moving Average with Variable Period',
    group,
    'cp',
    mavpKernel,
    [whole('minPeriod', 2, 2, 'optInMinPeriod'), whole('maxPeriod', 30, 2, 'optInMaxPeriod'), averageKind()],
    line,
  ),
  define('MIDPOINT', 'Midpoint over Period', group, 'c', midpointKernel, [timePeriod(14)], line),
  define('MIDPRICE', 'Midpoint Price over Period', group, 'hl', midpriceKernel, [timePeriod(14)], line),
  define(
    'SAR',
    'Parabolic SAR',
    group,
    'hl',
    sarKernel,
    [step('acceleration', 0.02), step('maximum', 0.2)],
    dots,
  ),
  define(
    'SAREXT',
    'Parabolic SAR - Extended',
    group,
    'hl',
    sarextKernel,
    [
      decimal('startValue', 0, undefined, 'optInStartValue'),
      step('offsetOnReverse', 0),
      step('accelerationInitLong', 0.02),
      step('accelerationLong', 0.02),
      step('accelerationMaxLong', 0.2),
      step('accelerationInitShort', 0.02),
      step('accelerationShort', 0.02),
      step('accelerationMaxShort', 0.2),
    ],
    dots,
  ),
  define('SMA', 'Simple Moving Average', group, 'c', smaKernel, [timePeriod(30)], line, {
    stream: createSma,
  }),
  define(
    'T3',
    'Triple Exponential Moving Average (T3)',
    group,
    'c',
    t3Kernel,
    [timePeriod(5), decimal('volumeFactor', 0.7, 0, 'optInVFactor', 1)],
    line,
  ),
  define('TEMA', 'Triple Exponential Moving Average', group, 'c', temaKernel, [timePeriod(30)], line, {
    tradingview: true,
  }),
  define('TRIMA', 'Triangular Moving Average', group, 'c', trimaKernel, [timePeriod(30)], line),
  define('WMA', 'Weighted Moving Average', group, 'c', wmaKernel, [timePeriod(30)], line),
]
