import { UnsupportedError } from '../../errors/index.ts'
import { adjustSeries } from '../../market/adjust.ts'
import { type Adjustment, BarSeries, type NumericMode } from '../../market/index.ts'
import { applyFactors, type FactorRow } from './factors.ts'
import { numericOf } from './numeric.ts'
import { restate } from './restate.ts'
import type { CsvSeries } from './series.ts'

/**
 * A series of the files in the adjustment that was asked for.
 *
 * Raw prices are restated by the instrument's factor file, or by the split column of the file; prices that are already
 * restated for splits by their adjusted close. A file that is restated and says nothing about how is answered as it is,
 * under its own `adjustment`.
 *
 * @throws {UnsupportedError} UNSUPPORTED, the files do not say enough for this adjustment, or exact digits were asked for
 */
export function adjusted(
  { bars, actions, adjustedClose }: CsvSeries,
  factors: readonly FactorRow[] | undefined,
  to: Adjustment,
): BarSeries<NumericMode> {
  const { instrument, adjustment: own } = bars
  if (own === to) return bars
  // Currencies and coins have neither splits nor dividends.
  if (instrument.assetClass !== 'equity' && instrument.assetClass !== 'fund')
    return bars.with({ adjustment: to })
  const splits = actions.filter((action) => action.type === 'split')
  if (to === 'raw' && splits.length === 0) return bars
  const numbers = numericOf(bars)
  if (!numbers)
    throw new UnsupportedError(
      'Exact digits exist for prices as the file has them: ask for that adjustment.',
      { provider: 'csv' },
    )
  if (own === 'raw' && factors) return applyFactors(numbers, factors, to)
  if (own === 'splits' && to === 'splits+dividends' && adjustedClose)
    return byAdjustedClose(numbers, adjustedClose)
  if (own === 'splits' && to === 'raw') return adjustSeries(numbers, splits, 'raw')
  throw new UnsupportedError(
    `The files of ${instrument.symbol} have ${own} prices and do not say how to make ${to} ones. Put ${instrument.symbol}-factors.csv (date, priceFactor, splitFactor) beside them, or ask for ${own}.`,
    { provider: 'csv' },
  )
}

function byAdjustedClose(bars: BarSeries, adjustedClose: Float64Array): BarSeries {
  const segments = Array.from(bars.close, (close, index) => ({
    end: index + 1,
    multiplier: 1,
    divisor: 1,
    dividends: (adjustedClose[index] as number) / close,
  }))
  return new BarSeries({ ...bars.facts(), adjustment: 'splits+dividends' }, restate(bars, segments))
}
