import { CandleChart } from '@starkmatter/charts'
import { formatDecimal, timeLabel, zonePlace } from '@starkmatter/charts/format'
import type { Adjustment, BarSeries, Interval, StreamStatus } from '@starkmatter/core'
import { type IndicatorResult, useIndicators, useLiveBars } from '@starkmatter/react'
import { useCallback, useMemo } from 'react'
import { ErrorNotice } from '../error-notice/ErrorNotice.tsx'
import type { IndicatorChoice } from '../indicator-picker/indicator-choice.ts'
import { inWords } from '../interval-picker/IntervalPicker.tsx'
import { displaySymbol } from '../shared/display-symbol.ts'
import { ChartSkeleton } from '../skeleton/Skeleton.tsx'
import { SourceBadge } from '../source-badge/SourceBadge.tsx'
import { toStudies } from './to-studies.ts'

export type MarketChartProps = {
  symbol: string
  interval: Interval
  indicators?: readonly IndicatorChoice[] | undefined
  /** How past prices are restated. @default the provider's own first choice */
  adjustment?: Adjustment | undefined
  locale?: string | undefined
}

const none: readonly IndicatorChoice[] = []

/**
 * A live candle chart of one symbol with indicators. Older bars come as the user scrolls to them; a status line says where
 * the bars come from, since when, and in whose time.
 *
 * @example
 * <MarketChart symbol="AAPL" interval="1d" indicators={[{ name: 'RSI', params: { period: 14 } }]} />
 */
export function MarketChart({ symbol, interval, indicators = none, adjustment, locale }: MarketChartProps) {
  const {
    data: bars,
    error,
    live,
    refetch,
    fetchOlder,
    hasOlder,
    isFetchingOlder,
  } = useLiveBars({ symbol, interval, adjustment })
  const { data: results } = useIndicators({ series: bars, indicators })
  const studies = useMemo(() => (results ? toStudies(indicators, results) : []), [results, indicators])
  const onNeedOlder = useCallback(() => {
    if (hasOlder && !isFetchingOlder) void fetchOlder()
  }, [fetchOlder, hasOlder, isFetchingOlder])

  if (bars && bars.length > 0) {
    return (
      <div className="sm-market-chart">
        <CandleChart
          bars={bars}
          studies={studies}
          label={`${bars.instrument.symbol}, ${inWords(interval)}`}
          onNeedOlder={onNeedOlder}
          locale={locale}
        />
        <StatusLine
          {...{ bars, live, locale, isFetchingOlder }}
          failed={results?.filter((result) => result.error) ?? []}
        />
      </div>
    )
  }
  return (
    <div className="sm-market-chart">
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : bars ? (
        <p className="sm-notice">
          There are no {inWords(interval)} bars of {displaySymbol(symbol)}. Choose another bar length.
        </p>
      ) : (
        <ChartSkeleton label={displaySymbol(symbol)} />
      )}
    </div>
  )
}

type StatusLineProps = {
  bars: BarSeries
  live: StreamStatus | null
  locale: string | undefined
  isFetchingOlder: boolean
  failed: readonly IndicatorResult[]
}

const adjustments = {
  raw: 'as traded',
  splits: 'adjusted for splits',
  'splits+dividends': 'adjusted for splits and dividends',
}

function StatusLine({ bars, live, locale, isFetchingOlder, failed }: StatusLineProps) {
  const first = bars.time[0]
  return (
    <div className="sm-status">
      <SourceBadge source={bars.source} live={live} simulated={bars.simulated} />
      <span>
        {formatDecimal(bars.length, 0, locale)} bars
        {first !== undefined && ` since ${timeLabel(first, bars.timeZone, true, locale)}`}
      </span>
      <span>{adjustments[bars.adjustment]}</span>
      <span>times of {zonePlace(bars.timeZone)}</span>
      {bars.issues.length > 0 && (
        <span
          className="sm-warning"
          title={bars.issues
            .slice(0, 8)
            .map(({ message }) => message)
            .join('\n')}
        >
          {bars.issues.length} {bars.issues.length === 1 ? 'remark' : 'remarks'} on the data
        </span>
      )}
      {failed.map(({ name, error }) => (
        <span key={name} className="sm-warning" title={error?.message}>
          {name} cannot be drawn: {error?.message}
        </span>
      ))}
      <span aria-live="polite">{isFetchingOlder && 'Loading older bars…'}</span>
    </div>
  )
}
