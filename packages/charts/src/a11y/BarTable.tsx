import { type BarSeries, parseInterval } from '@starkmatter/core'
import { formatCompact, formatDecimal, priceDecimals } from '../format/price.ts'
import { timeLabel, zonePlace } from '../time/zone-times.ts'
import type { ChartStudy } from '../view/chart-study.ts'

type BarTableProps = {
  bars: BarSeries
  studies: readonly ChartStudy[]
  caption: string
  locale: string | undefined
}

/** Rows shown: what a person reads, not what a program exports. */
const rowsShown = 100

/** The newest bars and their indicators as a table, newest first. */
export function BarTable({ bars, studies, caption, locale }: BarTableProps) {
  const { isDaily } = parseInterval(bars.interval)
  const rows = Array.from({ length: Math.min(rowsShown, bars.length) }, (_, row) => bars.length - 1 - row)
  const columns = studies.flatMap(({ id, label, outputs }) =>
    outputs.map(({ name, values }) => ({
      key: `${id} ${name}`,
      title: outputs.length === 1 ? label : `${label} ${name}`,
      values,
    })),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="sm-table-scroll" aria-label={`${caption}, as a table`} tabIndex={0}>
      <table className="sm-table">
        <caption>
          {caption}: the newest {rows.length} bars, times of {zonePlace(bars.timeZone)}
          {bars.simulated && ', simulated'}
        </caption>
        <thead>
          <tr>
            {['Time', 'Open', 'High', 'Low', 'Close', 'Volume', ...columns.map(({ title }) => title)].map(
              (title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => {
            const bar = bars.at(index)
            if (!bar) return null
            const decimals = priceDecimals(bar.close, bars.instrument.assetClass)
            return (
              <tr key={bar.time}>
                <th scope="row">
                  {timeLabel(bar.time, bars.timeZone, isDaily, locale)}
                  {bar.closed ? '' : ' (forming)'}
                </th>
                <td>{formatDecimal(bar.open, decimals, locale)}</td>
                <td>{formatDecimal(bar.high, decimals, locale)}</td>
                <td>{formatDecimal(bar.low, decimals, locale)}</td>
                <td>{formatDecimal(bar.close, decimals, locale)}</td>
                <td>{formatCompact(bar.volume, locale)}</td>
                {columns.map(({ key, values }) => (
                  <td key={key}>
                    {formatDecimal(values[index], priceDecimals(values[index] ?? Number.NaN), locale)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
