import { avgPriceKernel } from '../price-transform/avg-price.ts'
import { avgdevKernel } from '../price-transform/avgdev.ts'
import { medPriceKernel } from '../price-transform/med-price.ts'
import { typPriceKernel } from '../price-transform/typ-price.ts'
import { wclPriceKernel } from '../price-transform/wcl-price.ts'
import { define, outputs, timePeriod } from './entry.ts'

const group = 'Price Transform'
const line = outputs('price', 'line', 'value outReal')

/** TA-Lib's price transforms. */
export const priceTransforms = [
  define('AVGPRICE', 'Average Price', group, 'ohlc', avgPriceKernel, [], line),
  define(
    'AVGDEV',
    'Average Deviation',
    group,
    'c',
    avgdevKernel,
    [timePeriod(14)],
    outputs('own', 'line', 'value outReal'),
  ),
  define('MEDPRICE', 'Median Price', group, 'hl', medPriceKernel, [], line),
  define('TYPPRICE', 'Typical Price', group, 'hlc', typPriceKernel, [], line),
  define('WCLPRICE', 'Weighted Close Price', group, 'hlc', wclPriceKernel, [], line),
]
