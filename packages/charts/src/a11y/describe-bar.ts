import { type Bar, type BarSeries, parseInterval } from '@starkmatter/core'
import { formatCompact, formatDecimal, priceDecimals } from '../format/price.ts'
import { timeLabel, zonePlace } from '../time/zone-times.ts'
import type { ChartStudy } from '../view/chart-study.ts'

/** One bar in a sentence, for a screen reader. */
export function describeBar(
  bars: BarSeries,
  bar: Bar,
  studies: readonly ChartStudy[],
  index: number,
  locale?: string,
): string {
  const decimals = priceDecimals(bar.close, bars.instrument.assetClass)
  const price = (value: number) => formatDecimal(value, decimals, locale)
  const { isDaily } = parseInterval(bars.interval)
  const when = timeLabel(bar.time, bars.timeZone, isDaily, locale)
  const volume = bar.volume === null ? '' : ` Volume ${formatCompact(bar.volume, locale)}.`
  const values = studies.flatMap(({ label, outputs }) => {
    const known = outputs.filter((output) => Number.isFinite(output.values[index]))
    if (known.length === 0) return []
    const texts = known.map(({ name, values: column }) => {
      const value = column[index] ?? 0
      const text = formatDecimal(value, priceDecimals(value), locale)
      return outputs.length === 1 ? text : `${name} ${text}`
    })
    return [` ${label} ${texts.join(', ')}.`]
  })
  const state = `${bar.closed ? '' : ' Still forming.'}${bars.simulated ? ' Simulated.' : ''}`
  return `${when}${isDaily ? '' : `, ${zonePlace(bars.timeZone)}`}. Open ${price(bar.open)}, high ${price(bar.high)}, low ${price(bar.low)}, close ${price(bar.close)}.${volume}${values.join('')}${state}`
}
