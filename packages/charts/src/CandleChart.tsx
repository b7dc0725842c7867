import { type BarSeries, parseInterval } from '@starkmatter/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { BarTable } from './a11y/BarTable.tsx'
import { describeBar } from './a11y/describe-bar.ts'
import { steer } from './a11y/steer.ts'
import { Legend } from './legend/Legend.tsx'
import type { ChartTheme } from './theme/chart-theme.ts'
import { zoneAbbreviation, zonePlace } from './time/zone-times.ts'
import type { ChartStudy } from './view/chart-study.ts'
import { type ChartLayout, ChartView } from './view/chart-view.ts'

export type CandleChartProps = {
  /** Oldest first. Of a long series only a window is loaded into the canvas. */
  bars: BarSeries
  /** What the chart shows, for the legend and for screen readers: `AAPL, 5 minutes`. */
  label: string
  /** Indicators, worked out elsewhere, aligned with `bars` by index. */
  studies?: readonly ChartStudy[] | undefined
  /** Called when the user comes near the oldest bar; once for each oldest bar. */
  onNeedOlder?: (() => void) | undefined
  /** BCP 47. @default the browser's */
  locale?: string | undefined
  className?: string | undefined
}

const noStudies: readonly ChartStudy[] = []

/**
 * Candles with volume on a canvas, indicators over and under them, and a legend with the values under the crosshair.
 * Fills its parent. The axis runs in the exchange's zone and says so; the forming bar is hollow.
 *
 * Keyboard: arrow keys move the crosshair, Home and End go to the ends, + and - zoom, Escape lets go, T opens the table.
 */
export function CandleChart(props: CandleChartProps) {
  const { bars, label, studies = noStudies, locale, className } = props
  const canvas = useRef<HTMLDivElement>(null)
  const view = useRef<ChartView>(null)
  const tableId = useId()
  const hintId = useId()
  const [hovered, setHovered] = useState<number | null>(null)
  const [layout, setLayout] = useState<ChartLayout | null>(null)
  const [theme, setTheme] = useState<ChartTheme | null>(null)
  const [isTable, setTable] = useState(false)
  const [isReading, setReading] = useState(false)
  const [announcement, setAnnouncement] = useState('')
  const needOlder = useRef(props.onNeedOlder)

  useEffect(() => {
    if (!canvas.current) return
    const events = {
      onCrosshair: setHovered,
      onLayout: setLayout,
      onTheme: setTheme,
      onNeedOlder: () => needOlder.current?.(),
    }
    const made = new ChartView(canvas.current, events, locale)
    view.current = made
    return () => {
      view.current = null
      made.destroy()
    }
  }, [locale])

  useEffect(() => {
    needOlder.current = props.onNeedOlder
  }, [props.onNeedOlder])

  // Also runs after the effect above has made another view, which knows nothing yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view comes with a new locale
  useEffect(() => view.current?.update(bars, studies), [bars, studies, locale])

  // Said when the user moves on, and not again with every tick of the bar that is being read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const bar = isReading && hovered !== null ? bars.at(hovered) : undefined
    setAnnouncement(bar ? describeBar(bars, bar, studies, hovered ?? 0, locale) : '')
  }, [hovered, isReading])

  const index = hovered !== null && hovered < bars.length ? hovered : bars.length - 1
  const lastTime = bars.time[bars.length - 1]

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return
    if (event.key.toLowerCase() === 't') setTable((open) => !open)
    else if (!view.current || !steer(view.current, event.key)) return
    setReading(true)
    event.preventDefault()
  }

  return (
    <div className={`sm-chart ${className ?? ''}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields, and this is not a form */}
      <div
        className="sm-chart-keys"
        role="group"
        aria-label={label}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reads the chart bar by bar here
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={() => setReading(false)}
      >
        <div ref={canvas} className="sm-chart-canvas" />
      </div>
      <span id={hintId} className="sm-visually-hidden">
        Arrow keys read the chart bar by bar, plus and minus zoom, T opens the data as a table.
      </span>
      <span className="sm-visually-hidden" aria-live="polite">
        {announcement}
      </span>
      {theme && layout && bars.length > 0 && (
        <Legend {...{ bars, label, studies, index, theme, layout, locale }} />
      )}
      {layout && lastTime !== undefined && (
        <span
          className="sm-chart-zone"
          style={{ width: layout.priceAxisWidth, height: layout.timeAxisHeight }}
          title={`Times are those of ${zonePlace(bars.timeZone)}`}
        >
          {parseInterval(bars.interval).isDaily
            ? zonePlace(bars.timeZone)
            : zoneAbbreviation(lastTime, bars.timeZone)}
        </span>
      )}
      <button
        type="button"
        className="sm-chart-table-button"
        style={{ right: (layout?.priceAxisWidth ?? 64) + 8 }}
        aria-expanded={isTable}
        aria-controls={tableId}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? 'Close table' : 'Table'}
      </button>
      <div id={tableId} hidden={!isTable} className="sm-chart-table">
        {isTable && <BarTable bars={bars} studies={studies} caption={label} locale={locale} />}
      </div>
    </div>
  )
}
