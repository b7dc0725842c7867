import { adKernel } from '../volume/ad.ts'
import { adoscKernel } from '../volume/adosc.ts'
import { obvKernel } from '../volume/obv.ts'
import { define, outputs, whole } from './entry.ts'

const group = 'Volume Indicators'
const line = outputs('own', 'line', 'value outReal')

/** TA-Lib's volume indicators. */
export const volumeIndicators = [
  define('AD', 'Chaikin A/D Line', group, 'hlcv', adKernel, [], line),
  define(
    'ADOSC',
    'Chaikin A/D Oscillator',
    group,
    'hlcv',
    adoscKernel,
    [whole('fastPeriod', 3, 2, 'optInFastPeriod'), whole('slowPeriod', 10, 2, 'optInSlowPeriod')],
    line,
  ),
  define('OBV', 'On Balance Volume', group, 'cv', obvKernel, [], line, { tradingview: true }),
]
