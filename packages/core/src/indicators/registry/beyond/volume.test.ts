import { describe } from 'vitest'
import { expectFormulas, type Formulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import {
  type Averages,
  ago,
  highest,
  lowest,
  mean,
  over,
  running,
  sma,
  talib,
  total,
  tradingview,
  trueRanges,
  zip,
} from '../../../testing/indicator-formulas/reference.ts'
import {
  change,
  close,
  columnOf,
  covariance,
  high,
  low,
  median,
  minus,
  scan,
  spread,
  typical,
  volume,
} from '../../../testing/indicator-formulas/series.ts'

/** The functions by what their averages are made with. */
function formulas({ ema }: Averages) {
  const flow = zip([high, low, close, volume], (h, l, c, v) => ((c - l - (h - c)) / (h - l)) * v)

  /** LazyBear, "Squeeze Momentum Indicator" (TradingView): the end of the least-squares line through the detrended close. */
  const squeezeValue = (period: number) => {
    const middle = zip([highest(high, period), lowest(low, period)], (h, l) => (h + l) / 2)
    const detrended = zip([close, middle, sma(close, period)], (c, m, a) => c - (m + a) / 2)
    return over(detrended, period, (w) => {
      const places = w.map((_, x) => x)
      return mean(w) + (covariance(w, places) / covariance(places, places)) * ((period - 1) / 2)
    })
  }
  /** Whether the deviations are less than so many average ranges, once there is a value. */
  const squeezeOn = (period: number, deviations: number, width: number) => {
    const ranges = trueRanges(high, low, close)
    ranges[0] = (high[0] ?? 0) - (low[0] ?? 0)
    return zip(
      [over(close, period, (w) => spread(w)), sma(ranges, period), squeezeValue(period)],
      (d, r, v) => (Number.isNaN(v) ? v : Number(deviations * d < width * r)),
    )
  }

  /** N. Fosback, "Stock Market Logic" (1976), from 1000 as in TradingView's script. */
  const volumeIndex = (moves: (now: number, before: number) => boolean) => [
    columnOf(
      scan([close, ago(close), volume, ago(volume)], 1000, (line, [c = 0, b = 0, v = 0, w = 0]) => {
        const next = moves(v, w) ? line + line * ((c - b) / b) : line
        return [next, [next]]
      }),
    ),
  ]

  return {
    SQUEEZE: ({ period = 20, deviations = 2, width = 1.5 }) => [
      squeezeValue(period),
      squeezeOn(period, deviations, width),
    ],
    // pandas-ta, `squeeze_pro`: three widths.
    SQUEEZE_PRO: ({ period = 20, deviations = 2, wide = 2, normal = 1.5, narrow = 1 }) => [
      squeezeValue(period),
      ...[wide, normal, narrow].map((width) => squeezeOn(period, deviations, width)),
    ],
    // StockCharts, ChartSchool, "Chaikin Money Flow (CMF)".
    CMF: ({ period = 20 }) => [
      zip([over(flow, period, total), over(volume, period, total)], (f, v) => f / v),
    ],
    NVI: () => volumeIndex((now, before) => now < before),
    PVI: () => volumeIndex((now, before) => now > before),
    // A. Elder, "Trading for a Living" (1993).
    EFI: ({ period = 13 }) => [
      ema(
        zip([change(close), volume], (c, v) => c * v),
        period,
      ),
    ],
    // TradingView's "Ease of Movement".
    EOM: ({ period = 14, divisor = 10_000 }) => [
      sma(
        zip([change(median), high, low, volume], (m, h, l, v) => (divisor * m * (h - l)) / v),
        period,
      ),
    ],
    // TradingView, Pine Script reference, `ta.pvt`.
    PVT: () => [running(zip([change(close), ago(close), volume], (c, b, v) => (c / b) * v))],
    // StockCharts, ChartSchool, "Percentage Volume Oscillator (PVO)".
    PVO: ({ fastPeriod = 12, slowPeriod = 26, signalPeriod = 9 }) => {
      const slow = ema(volume, slowPeriod)
      const value = zip([ema(volume, fastPeriod), slow], (fast, calm) => ((fast - calm) / calm) * 100)
      return [value, ema(value, signalPeriod), minus(value, ema(value, signalPeriod))]
    },
    // TradingView's "Choppiness Index".
    CHOP: ({ period = 14 }) => [
      zip(
        [over(trueRanges(high, low, close), period, total), highest(high, period), lowest(low, period)],
        (s, h, l) => (100 * Math.log10(s / (h - l))) / Math.log10(period),
      ),
    ],
    // D. Dorsey, "The Mass Index", Stocks & Commodities V. 10:6 (1992).
    MASS: ({ averagePeriod = 9, period = 25 }) => {
      const once = ema(minus(high, low), averagePeriod)
      return [
        over(
          zip([once, ema(once, averagePeriod)], (a, b) => a / b),
          period,
          total,
        ),
      ]
    },
    // StockCharts, ChartSchool, "Ulcer Index".
    ULCER: ({ period = 14 }) => [
      over(
        zip([close, highest(close, period)], (c, h) => (100 * (c / h - 1)) ** 2),
        period,
        (w) => Math.sqrt(mean(w)),
      ),
    ],
    // S. Klinger, Stocks & Commodities V. 15:12 (1997): volume |2 (daily range / trend's range) - 1| trend 100.
    KVO: ({ fastPeriod = 34, slowPeriod = 55, signalPeriod = 13 }) => {
      const level = zip([high, low, close], (h, l, c) => h + l + c)
      const rows = scan(
        [level, ago(level), minus(high, low), ago(minus(high, low)), volume],
        { trend: 0, whole: 0 },
        (before, [now = 0, last = 0, range = 0, lastRange = 0, v = 0]) => {
          if (Number.isNaN(last)) return [before, [Number.NaN]]
          const trend = now > last ? 1 : -1
          const whole = trend === before.trend ? before.whole + range : lastRange + range
          return [{ trend, whole }, [v * Math.abs((2 * range) / whole - 1) * trend * 100]]
        },
      )
      const force = columnOf(rows)
      const value = minus(ema(force, fastPeriod), ema(force, slowPeriod))
      return [value, ema(value, signalPeriod)]
    },
    // J. Dalton, "Mind over Markets" (1990), with volume in place of time: the fullest level, and the levels about it, taken
    // one by one from the fuller side, that hold most of the volume.
    VOLUME_PROFILE: ({ period = 100, bins = 24, share = 70 }) => {
      const rows = volume.map((_, i) => {
        if (i < period - 1) return [Number.NaN, Number.NaN, Number.NaN]
        const bars = Array.from({ length: period }, (_, back) => i - back)
        const at = (column: number[], bar: number) => column[bar] ?? Number.NaN
        const bottom = Math.min(...bars.map((bar) => at(low, bar)))
        const height = (Math.max(...bars.map((bar) => at(high, bar))) - bottom) / bins
        const levelOf = (price: number) => Math.min(bins - 1, Math.floor((price - bottom) / height))
        const held = Array.from({ length: bins }, (_, level) =>
          total(
            bars.map((bar) => {
              const [from, to] = [levelOf(at(low, bar)), levelOf(at(high, bar))]
              return from <= level && level <= to ? at(volume, bar) / (to - from + 1) : 0
            }),
          ),
        )
        const peak = held.indexOf(Math.max(...held))
        let [first, last] = [peak, peak]
        while (total(held.slice(first, last + 1)) < (share / 100) * total(held)) {
          const [above, below] = [held[last + 1] ?? -1, held[first - 1] ?? -1]
          if (above >= below) last++
          else first--
        }
        return [bottom + (peak + 0.5) * height, bottom + (last + 1) * height, bottom + first * height]
      })
      return [columnOf(rows), columnOf(rows, 1), columnOf(rows, 2)]
    },
  } satisfies Formulas
}

describe('volume and volatility indicators beyond TA-Lib give the values of their sources', () => {
  expectFormulas(formulas(talib))

  describe('and with the tradingview profile those of its seeds', () => {
    const { PVO, EFI, MASS } = formulas(tradingview)
    const { ema } = tradingview
    expectFormulas(
      {
        PVO,
        EFI,
        MASS,
        // TradingView's "Klinger Oscillator": a change that is missing is not at least 0.
        KVO: ({ fastPeriod = 34, slowPeriod = 55, signalPeriod = 13 }) => {
          const signed = zip([change(typical), volume], (c, v) => (c >= 0 ? v : -v))
          const value = minus(ema(signed, fastPeriod), ema(signed, slowPeriod))
          return [value, ema(value, signalPeriod)]
        },
      },
      { options: { profile: 'tradingview' } },
    )
  })
})
