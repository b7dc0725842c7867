import {
  type CandlestickSeriesPartialOptions,
  type ChartOptions,
  ColorType,
  CrosshairMode,
  type DeepPartial,
  type HistogramSeriesPartialOptions,
  LineStyle,
} from 'lightweight-charts'
import type { ChartTheme } from '../theme/chart-theme.ts'
import { withAlpha } from '../theme/with-alpha.ts'

/** What of the chart depends on the theme. */
export function themeOptions(theme: ChartTheme): DeepPartial<ChartOptions> {
  const grid = withAlpha(theme.text, 0.06)
  const crosshair = {
    color: withAlpha(theme.text, 0.4),
    labelBackgroundColor: theme.accent,
    style: LineStyle.Dashed,
    width: 1,
  } as const
  return {
    layout: {
      background: { type: ColorType.Solid, color: theme.background },
      textColor: theme.secondary,
      fontFamily: theme.fontFamily,
      fontSize: 11,
      panes: { separatorColor: theme.border, separatorHoverColor: withAlpha(theme.accent, 0.2) },
    },
    grid: { vertLines: { color: grid }, horzLines: { color: grid } },
    crosshair: { mode: CrosshairMode.Normal, vertLine: crosshair, horzLine: crosshair },
    rightPriceScale: { borderColor: theme.border },
    timeScale: { borderColor: theme.border },
  }
}

/** What of the chart does not. The attribution link stays: the library's licence asks for it. */
export const fixedOptions: DeepPartial<ChartOptions> = {
  autoSize: true,
  layout: { attributionLogo: true },
  rightPriceScale: { scaleMargins: { top: 0.15, bottom: 0.08 }, minimumWidth: 64, entireTextOnly: true },
  timeScale: {
    rightOffset: 6,
    secondsVisible: false,
    barSpacing: 8,
    minBarSpacing: 0.4,
    enableConflation: true,
  },
  handleScale: { axisPressedMouseMove: { time: true, price: true } },
}

export function candleOptions(theme: ChartTheme): CandlestickSeriesPartialOptions {
  return {
    upColor: theme.up,
    downColor: theme.down,
    borderUpColor: theme.up,
    borderDownColor: theme.down,
    wickUpColor: theme.up,
    wickDownColor: theme.down,
    priceLineVisible: false,
    lastValueVisible: false,
  }
}

/** Volume stands behind the lowest fifth of the price pane, on an invisible scale of its own. */
export const volumeOptions: HistogramSeriesPartialOptions = {
  priceScaleId: 'volume',
  priceFormat: { type: 'volume' },
  lastValueVisible: false,
  priceLineVisible: false,
}

export const volumeMargins = { top: 0.8, bottom: 0 }
