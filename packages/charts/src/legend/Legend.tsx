import { type BarSeries, parseInterval } from '@starkmatter/core'
import { formatChange, formatCompact, formatDecimal, priceDecimals } from '../format/price.ts'
import type { ChartTheme } from '../theme/chart-theme.ts'
import { timeLabel } from '../time/zone-times.ts'
import type { ChartStudy } from '../view/chart-study.ts'
import type { ChartLayout } from '../view/chart-view.ts'
import { histogramColor, studyColor } from '../view/study-color.ts'

type LegendProps = {
  bars: BarSeries
  label: string
  studies: readonly ChartStudy[]
  /** The bar whose values are shown. */
  index: number
  theme: ChartTheme
  layout: ChartLayout
  locale: string | undefined
}

/** Values of one bar, at the top left of each pane. Decoration for the eye: screen readers have the table and the live region. */
export function Legend({ bars, label, studies, index, theme, layout, locale }: LegendProps) {
  const paneOf = (study: ChartStudy) => layout.paneOfStudy.get(study.id) ?? 0
  return (
    <div aria-hidden="true">
      {layout.paneTops.map((top, pane) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a pane is its position
          key={pane}
          className="sm-legend"
          style={{ top: top + 6, right: layout.priceAxisWidth }}
        >
          {pane === 0 && <BarValues {...{ bars, label, index, locale }} />}
          {studies
            .filter((study) => paneOf(study) === pane && layout.paneOfStudy.has(study.id))
            .map((study) => (
              <StudyValues key={study.id} {...{ study, index, theme, locale }} />
            ))}
        </div>
      ))}
    </div>
  )
}

function BarValues({ bars, label, index, locale }: Pick<LegendProps, 'bars' | 'label' | 'index' | 'locale'>) {
  const bar = bars.at(index)
  if (!bar) return null
  const decimals = priceDecimals(bar.close, bars.instrument.assetClass)
  const previous = bars.close[index - 1]
  const change = previous === undefined ? null : bar.close - previous
  const percent = change === null || !previous ? null : (change / previous) * 100
  const shown = formatChange(change, decimals, locale)
  const direction = bar.close >= bar.open ? 'sm-up' : 'sm-down'
  return (
    <div className="sm-legend-row">
      <span className="sm-legend-title">{label}</span>
      {bars.simulated && <span className="sm-legend-simulated">SIMULATED</span>}
      <span className="sm-legend-time">
        {timeLabel(bar.time, bars.timeZone, parseInterval(bars.interval).isDaily, locale)}
      </span>
      {(['open', 'high', 'low', 'close'] as const).map((name) => (
        <span key={name} className="sm-legend-pair">
          {name[0]?.toUpperCase()} <b className={direction}>{formatDecimal(bar[name], decimals, locale)}</b>
        </span>
      ))}
      {change !== null && (
        <b className={`sm-legend-change sm-${shown.direction}`}>
          {shown.text} ({formatChange(percent, 2, locale).text} %)
        </b>
      )}
      <span className="sm-legend-pair sm-legend-volume">
        Vol <b>{formatCompact(bar.volume, locale)}</b>
      </span>
      {!bar.closed && <span className="sm-legend-forming">forming</span>}
    </div>
  )
}

type StudyValuesProps = { study: ChartStudy; index: number; theme: ChartTheme; locale: string | undefined }

function StudyValues({ study, index, theme, locale }: StudyValuesProps) {
  const size = Math.max(...study.outputs.map(({ values }) => Math.abs(values[index] ?? 0) || 0))
  const decimals = priceDecimals(size)
  return (
    <div className="sm-legend-row">
      <span className="sm-legend-study">{study.label}</span>
      {study.outputs.map(({ name, plot, values }, output) => {
        const value = values[index] ?? Number.NaN
        const color =
          plot === 'histogram' ? histogramColor(theme, value, 1) : studyColor(theme, study, output)
        return (
          <span key={name} style={{ color }} title={name}>
            {size >= 100_000 ? formatCompact(value, locale) : formatDecimal(value, decimals, locale)}
          </span>
        )
      })}
    </div>
  )
}
