import { choppinessKernel } from '../volatility/choppiness.ts'
import { massIndexKernel } from '../volatility/mass-index.ts'
import { squeezeKernel } from '../volatility/squeeze.ts'
import { squeezeProKernel } from '../volatility/squeeze-pro.ts'
import { ulcerKernel } from '../volatility/ulcer.ts'
import { decimal, define, outputs, whole } from './entry.ts'

const group = 'Volatility Indicators'

/** Volatility Indicators that TA-Lib does not have. */
export const volatilityBeyond = [
  define(
    'SQUEEZE',
    'TTM Squeeze',
    group,
    'hlc',
    squeezeKernel,
    [whole('period', 20, 2), decimal('deviations', 2, 0), decimal('width', 1.5, 0)],
    [...outputs('own', 'histogram', 'value'), ...outputs('own', 'marker', 'on')],
  ),
  define(
    'SQUEEZE_PRO',
    'TTM Squeeze Pro',
    group,
    'hlc',
    squeezeProKernel,
    [
      whole('period', 20, 2),
      decimal('deviations', 2, 0),
      decimal('wide', 2, 0),
      decimal('normal', 1.5, 0),
      decimal('narrow', 1, 0),
    ],
    [...outputs('own', 'histogram', 'value'), ...outputs('own', 'marker', 'wideOn', 'normalOn', 'narrowOn')],
  ),
  define(
    'CHOP',
    'Choppiness Index',
    group,
    'hlc',
    choppinessKernel,
    [whole('period', 14, 2)],
    outputs('own', 'line', 'value'),
  ),
  define(
    'MASS',
    'Mass Index',
    group,
    'hl',
    massIndexKernel,
    [whole('averagePeriod', 9, 1), whole('period', 25, 1)],
    outputs('own', 'line', 'value'),
    { tradingview: true },
  ),
  define(
    'ULCER',
    'Ulcer Index',
    group,
    'c',
    ulcerKernel,
    [whole('period', 14, 1)],
    outputs('own', 'line', 'value'),
  ),
]
