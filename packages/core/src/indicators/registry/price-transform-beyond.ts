import { heikinAshiKernel } from '../price-transform/heikin-ashi.ts'
import { renkoKernel } from '../price-transform/renko.ts'
import { decimal, define, outputs } from './entry.ts'

const group = 'Price Transform'

/** Price Transform that TA-Lib does not have. */
export const priceTransformBeyond = [
  define(
    'HEIKIN_ASHI',
    'Heikin-Ashi',
    group,
    'ohlc',
    heikinAshiKernel,
    [],
    outputs('price', 'line', 'open', 'high', 'low', 'close'),
  ),
  define(
    'RENKO',
    'Renko',
    group,
    'c',
    renkoKernel,
    [decimal('size', 0, 0), decimal('percent', 1, 0.0001)],
    [
      ...outputs('price', 'line', 'value'),
      ...outputs('own', 'line', 'direction'),
      ...outputs('own', 'histogram', 'bricks'),
    ],
  ),
]
