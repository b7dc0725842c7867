import { bbandsKernel } from '../overlap/bbands.ts'
import { emaKernel } from '../overlap/ema.ts'
import { maKernel } from '../overlap/ma.ts'
import { smaKernel } from '../overlap/sma.ts'
import { wmaKernel } from '../overlap/wma.ts'
import { averageKind, decimal, define, type Indicator, outputs, timePeriod } from './entry.ts'

const group = 'Overlap Studies'
const line = outputs('price', 'line', 'value outReal')

/** TA-Lib's overlap studies. */
export const overlapStudies: readonly Indicator[] = [
  define('SMA', 'Simple Moving Average', group, 'c', smaKernel, [timePeriod(30)], line),
  define('EMA', 'Exponential Moving Average', group, 'c', emaKernel, [timePeriod(30)], line),
  define('WMA', 'Weighted Moving Average', group, 'c', wmaKernel, [timePeriod(30)], line),
  define('MA', 'Moving Average', group, 'c', maKernel, [timePeriod(30, 1), averageKind()], line),
  define(
    'BBANDS',
    'Bollinger Bands',
    group,
    'c',
    bbandsKernel,
    [
      timePeriod(5),
      decimal('deviationsUp', 2, undefined, 'optInNbDevUp'),
      decimal('deviationsDown', 2, undefined, 'optInNbDevDn'),
      averageKind(),
    ],
    outputs('price', 'band', 'upper outRealUpperBand', 'middle outRealMiddleBand', 'lower outRealLowerBand'),
  ),
]
