import { cmfKernel } from '../volume/cmf.ts'
import { efiKernel } from '../volume/efi.ts'
import { eomKernel } from '../volume/eom.ts'
import { kvoKernel } from '../volume/kvo.ts'
import { nviKernel } from '../volume/nvi.ts'
import { pviKernel } from '../volume/pvi.ts'
import { pvoKernel } from '../volume/pvo.ts'
import { pvtKernel } from '../volume/pvt.ts'
import { volumeProfileKernel } from '../volume/volume-profile.ts'
import { decimal, define, outputs, whole } from './entry.ts'

const group = 'Volume Indicators'

/** Volume Indicators that TA-Lib does not have. */
export const volumeBeyond = [
  define(
    'VOLUME_PROFILE',
    'Volume Profile',
    group,
    'hlv',
    volumeProfileKernel,
    [whole('period', 100, 1), whole('bins', 24, 2, undefined, 1000), decimal('share', 70, 1, undefined, 100)],
    [...outputs('price', 'line', 'pointOfControl'), ...outputs('price', 'band', 'areaHigh', 'areaLow')],
  ),
  define(
    'CMF',
    'Chaikin Money Flow',
    group,
    'hlcv',
    cmfKernel,
    [whole('period', 20, 1)],
    outputs('own', 'line', 'value'),
  ),
  define('NVI', 'Negative Volume Index', group, 'cv', nviKernel, [], outputs('own', 'line', 'value')),
  define('PVI', 'Positive Volume Index', group, 'cv', pviKernel, [], outputs('own', 'line', 'value')),
  define(
    'KVO',
    'Klinger Volume Oscillator',
    group,
    'hlcv',
    kvoKernel,
    [whole('fastPeriod', 34, 1), whole('slowPeriod', 55, 1), whole('signalPeriod', 13, 1)],
    outputs('own', 'line', 'value', 'signal'),
    { tradingview: true },
  ),
  define(
    'EFI',
    "Elder's Force Index",
    group,
    'cv',
    efiKernel,
    [whole('period', 13, 1)],
    outputs('own', 'line', 'value'),
    { tradingview: true },
  ),
  define(
    'EOM',
    'Ease of Movement',
    group,
    'hlv',
    eomKernel,
    [whole('period', 14, 1), decimal('divisor', 10000, 1)],
    outputs('own', 'line', 'value'),
  ),
  define('PVT', 'Price Volume Trend', group, 'cv', pvtKernel, [], outputs('own', 'line', 'value')),
  define(
    'PVO',
    'Percentage Volume Oscillator',
    group,
    'v',
    pvoKernel,
    [whole('fastPeriod', 12, 1), whole('slowPeriod', 26, 1), whole('signalPeriod', 9, 1)],
    [...outputs('own', 'line', 'value', 'signal'), ...outputs('own', 'histogram', 'histogram')],
    { tradingview: true },
  ),
]
