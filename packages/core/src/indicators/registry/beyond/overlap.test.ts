import { describe } from 'vitest'
import { expectFormulas, type Formulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import {
  type Averages,
  ago,
  highest,
  lowest,
  over,
  rma,
  talib,
  total,
  tradingview,
  wma,
  zip,
} from '../../../testing/indicator-formulas/reference.ts'
import {
  change,
  close,
  columnOf,
  high,
  levels,
  low,
  median,
  open,
  pair,
  scan,
  time,
  typical,
  volume,
} from '../../../testing/indicator-formulas/series.ts'

/** A price and its volume. */
type Traded = [price: number, volume: number]
const noBars: Traded[] = []

/** Daily bars three a session, and sessions that begin on the second of them. */
const threeDays = { sessionMs: 3 * 86_400_000, offsetMs: 86_400_000 }

/** The functions by what their averages are made with. */
function formulas({ ema, atr, falling }: Averages) {
  /** TradingView, "Pivot Points Standard", type Traditional: levels about a pivot. */
  const floor = (p: number, h: number, l: number) => [
    p,
    2 * p - l,
    p + (h - l),
    2 * p + (h - 2 * l),
    2 * p - h,
    p - (h - l),
    2 * p - (2 * h - l),
  ]

  /** TradingView, `ta.vwap` with bands: deviations of the typical price, weighed by volume, over the bars that count. */
  const vwap = (begins: (i: number) => boolean, deviations: number) => {
    const rows = scan([typical, volume], noBars, (before, [p = 0, v = 0], i) => {
      const bars: Traded[] = begins(i) ? [[p, v]] : before.length > 0 ? [...before, [p, v]] : []
      if (bars.length === 0) return [bars, [Number.NaN, Number.NaN, Number.NaN]]
      const traded = total(bars.map(([, w]) => w))
      const average = total(bars.map(([q, w]) => q * w)) / traded
      const reach = deviations * Math.sqrt(total(bars.map(([q, w]) => w * (q - average) ** 2)) / traded)
      return [bars, [average, average + reach, average - reach]]
    })
    return [0, 1, 2].map((place) => columnOf(rows, place))
  }

  return {
    // TradingView, Pine Script reference, `ta.supertrend` (the direction there has the other sign).
    SUPERTREND: ({ period = 10, multiplier = 3 }) => {
      const rows = scan(
        [median, atr(high, low, close, period), close, ago(close)],
        { upper: Number.NaN, lower: Number.NaN, side: 0 },
        (before, [m = 0, range = 0, c = 0, last = 0]) => {
          if (Number.isNaN(range)) return [before, [Number.NaN, Number.NaN]]
          const [top, bottom] = [m + multiplier * range, m - multiplier * range]
          if (before.side === 0) {
            const side = c > m && !falling ? 1 : -1
            return [{ upper: top, lower: bottom, side }, [side > 0 ? bottom : top, side]]
          }
          const upper = top < before.upper || last > before.upper ? top : before.upper
          const lower = bottom > before.lower || last < before.lower ? bottom : before.lower
          const crossed = before.side > 0 ? c < lower : c > upper
          const side = crossed ? -before.side : before.side
          return [{ upper, lower, side }, [side > 0 ? lower : upper, side]]
        },
      )
      return [columnOf(rows), columnOf(rows, 1)]
    },
    // S. Vervoort, "Average True Range Trailing Stops", Stocks & Commodities V. 27:6 (2009), with the usual range. It begins
    // below the price where the close rose.
    ATR_STOP: ({ period = 21, multiplier = 3 }) => {
      const rows = scan(
        [close, ago(close), atr(high, low, close, period)],
        Number.NaN,
        (trail, [c = 0, last = 0, range = 0]) => {
          if (Number.isNaN(range)) return [trail, [Number.NaN, Number.NaN]]
          const loss = multiplier * range
          const next = Number.isNaN(trail)
            ? c >= last
              ? c - loss
              : c + loss
            : c > trail && last > trail
              ? Math.max(trail, c - loss)
              : c < trail && last < trail
                ? Math.min(trail, c + loss)
                : c > trail
                  ? c - loss
                  : c + loss
          return [next, [next, c > next ? 1 : -1]]
        },
      )
      return [columnOf(rows), columnOf(rows, 1)]
    },
    // everget, "Jurik Moving Average" (TradingView): the open reconstruction of the closed filter. Its phase is 50.
    JMA: ({ period = 7, phase = 0, power = 2 }) => {
      const beta = (0.45 * (period - 1)) / (0.45 * (period - 1) + 2)
      const alpha = beta ** power
      const first = close[0] ?? 0
      const rows = scan([close], { e0: first, e1: 0, e2: 0, jma: first }, (before, [c = 0]) => {
        const e0 = (1 - alpha) * c + alpha * before.e0
        const e1 = (c - e0) * (1 - beta) + beta * before.e1
        const e2 = (e0 + (phase / 100 + 1.5) * e1 - before.jma) * (1 - alpha) ** 2 + alpha ** 2 * before.e2
        const jma = e2 + before.jma
        return [{ e0, e1, e2, jma }, [jma]]
      })
      return [columnOf(rows)]
    },
    // A. Hull, "How to reduce lag in a moving average" (alanhull.com); halves and roots are cut off, as in TradingView's script.
    HMA: ({ period = 16 }) => [
      wma(
        zip([wma(close, Math.floor(period / 2)), wma(close, period)], (a, b) => 2 * a - b),
        Math.floor(Math.sqrt(period)),
      ),
    ],
    // Wikipedia, "Zero lag exponential moving average".
    ZLEMA: ({ period = 20 }) => [
      ema(
        zip([close, ago(close, Math.floor((period - 1) / 2))], (a, b) => a + (a - b)),
        period,
      ),
    ],
    // TradingView, Pine Script reference, `ta.alma`.
    ALMA: ({ period = 9, offset = 0.85, sigma = 6 }) => [
      over(close, period, (w) => {
        const weights = w.map((_, i) =>
          Math.exp(-((i - offset * (period - 1)) ** 2) / (2 * (period / sigma) ** 2)),
        )
        return total(w.map((value, i) => value * (weights[i] ?? 0))) / total(weights)
      }),
    ],
    // TradingView, Pine Script reference, `ta.vwma`.
    VWMA: ({ period = 20 }) => [
      pair(close, volume, period, (p, v) => total(p.map((value, i) => value * (v[i] ?? 0))) / total(v)),
    ],
    // TradingView, Pine Script reference, `ta.rma`.
    RMA: ({ period = 14 }) => [rma(close, period)],
    // TradingView's "McGinley Dynamic".
    MCGINLEY: ({ period = 14 }) => [
      columnOf(
        scan([close], Number.NaN, (line, [value = 0]) => {
          const next = Number.isNaN(line) ? value : line + (value - line) / (period * (value / line) ** 4)
          return [next, [next]]
        }),
      ),
    ],
    // T. Chande and S. Kroll, "The New Technical Trader" (1994): the momentum oscillator's size scales the weight.
    VIDYA: ({ period = 14, momentumPeriod = 9 }) => {
      const sums = (sign: number) =>
        over(
          change(close).map((c) => (Number.isNaN(c) ? c : Math.max(0, sign * c))),
          momentumPeriod,
          total,
        )
      return [
        columnOf(
          scan([close, sums(1), sums(-1)], Number.NaN, (line, [value = 0, u = 0, d = 0]) => {
            if (Number.isNaN(u)) return [Number.NaN, [Number.NaN]]
            const next = Number.isNaN(line)
              ? value
              : line + (2 / (period + 1)) * Math.abs((u - d) / (u + d)) * (value - line)
            return [next, [next]]
          }),
        ),
      ]
    },
    // StockCharts, ChartSchool, "Keltner Channels".
    KELTNER: ({ period = 20, rangePeriod = 10, multiplier = 2 }) => {
      const [middle, reach] = [ema(close, period), atr(high, low, close, rangePeriod)]
      return [
        zip([middle, reach], (m, r) => m + multiplier * r),
        middle,
        zip([middle, reach], (m, r) => m - multiplier * r),
      ]
    },
    // TradingView's "Donchian Channels".
    DONCHIAN: ({ period = 20 }) => [
      highest(high, period),
      zip([highest(high, period), lowest(low, period)], (a, b) => (a + b) / 2),
      lowest(low, period),
    ],
    // StockCharts, ChartSchool, "Ichimoku Cloud"; not shifted.
    ICHIMOKU: ({ conversionPeriod = 9, basePeriod = 26, spanPeriod = 52 }) => {
      const middle = (bars: number) => zip([highest(high, bars), lowest(low, bars)], (a, b) => (a + b) / 2)
      const later = (values: number[]) => values.map((value, i) => (i < spanPeriod - 1 ? Number.NaN : value))
      const [conversion, base] = [middle(conversionPeriod), middle(basePeriod)]
      return [
        later(conversion),
        later(base),
        later(zip([conversion, base], (a, b) => (a + b) / 2)),
        middle(spanPeriod),
      ]
    },
    // TradingView's "Williams Alligator"; not shifted.
    ALLIGATOR: ({ jawPeriod = 13, teethPeriod = 8, lipsPeriod = 5 }) =>
      [jawPeriod, teethPeriod, lipsPeriod].map((bars) =>
        rma(median, bars).map((value, i) => (i < jawPeriod - 1 ? Number.NaN : value)),
      ),
    // StockCharts, ChartSchool, "Chandelier Exit".
    CHANDELIER: ({ period = 22, multiplier = 3 }) => [
      zip([highest(high, period), atr(high, low, close, period)], (h, r) => h - multiplier * r),
      zip([lowest(low, period), atr(high, low, close, period)], (l, r) => l + multiplier * r),
    ],
    // TradingView, "Pivot Points Standard" (support solution 43000521824): types Traditional, Fibonacci, Woodie, Camarilla
    // and DM.
    PIVOTS_CLASSIC: (params) =>
      levels(params, 7, ({ high: h, low: l, close: c }) => floor((h + l + c) / 3, h, l)),
    PIVOTS_FIBONACCI: (params) =>
      levels(params, 7, ({ high: h, low: l, close: c }) =>
        [0, 0.382, 0.618, 1, -0.382, -0.618, -1].map((share) => (h + l + c) / 3 + share * (h - l)),
      ),
    PIVOTS_WOODIE: (params) =>
      levels(params, 7, ({ high: h, low: l, newOpen }) => floor((h + l + 2 * newOpen) / 4, h, l)),
    PIVOTS_CAMARILLA: (params) =>
      levels(params, 8, ({ high: h, low: l, close: c }) =>
        [12, 6, 4, 2, -12, -6, -4, -2].map((part) => c + (1.1 * (h - l)) / part),
      ),
    PIVOTS_DEMARK: (params) =>
      levels(params, 3, ({ high: h, low: l, close: c, open: o }) => {
        const x = c < o ? h + 2 * l + c : c > o ? 2 * h + l + c : h + l + 2 * c
        return [x / 4, x / 2 - l, x / 2 - h]
      }),
    // D. Valcu, "Using the Heikin-Ashi Technique", Stocks & Commodities V. 22:2 (2004).
    HEIKIN_ASHI: () => {
      const rows = scan(
        [open, high, low, close],
        [Number.NaN, Number.NaN],
        ([bo = 0, bc = 0], [o = 0, h = 0, l = 0, c = 0]) => {
          const ac = (o + h + l + c) / 4
          const ao = Number.isNaN(bo) ? (o + c) / 2 : (bo + bc) / 2
          return [
            [ao, ac],
            [ao, Math.max(h, ao, ac), Math.min(l, ao, ac), ac],
          ]
        },
      )
      return [0, 1, 2, 3].map((place) => columnOf(rows, place))
    },
    // B. Williams, "Trading Chaos" (1995): lower highs (higher lows) on both sides.
    FRACTALS: ({ span = 2 }) => {
      const marks = (values: number[], sign: number) =>
        values.map((_, i) =>
          i < 2 * span
            ? Number.NaN
            : Number(
                values
                  .slice(i - 2 * span, i + 1)
                  .every(
                    (value, place) =>
                      place === span || sign * value < sign * (values[i - span] ?? Number.NaN),
                  ),
              ),
        )
      return [marks(high, 1), marks(low, -1)]
    },
    VWAP: ({ deviations = 2, sessionMs = 86_400_000, offsetMs = 0 }) => {
      const session = (i: number) => Math.floor(((time[i] ?? Number.NaN) + offsetMs) / sessionMs)
      return vwap((i) => session(i) !== session(i - 1), deviations)
    },
    ANCHORED_VWAP: ({ anchor = 0, deviations = 2 }) => {
      const from = time.findIndex((moment) => moment >= anchor)
      return vwap((i) => i === from, deviations)
    },
  } satisfies Formulas
}

describe('overlap studies beyond TA-Lib give the values of their sources', () => {
  expectFormulas(formulas(talib), {
    others: {
      PIVOTS_CLASSIC: threeDays,
      PIVOTS_FIBONACCI: threeDays,
      PIVOTS_WOODIE: threeDays,
      PIVOTS_CAMARILLA: threeDays,
      PIVOTS_DEMARK: threeDays,
      VWAP: { ...threeDays, deviations: 1.5 },
      ANCHORED_VWAP: { anchor: time[150] ?? 0, deviations: 1.5 },
    },
  })

  describe('and with the tradingview profile those of its seeds', () => {
    const { KELTNER, CHANDELIER, ZLEMA, SUPERTREND, ATR_STOP } = formulas(tradingview)
    expectFormulas(
      { KELTNER, CHANDELIER, ZLEMA, SUPERTREND, ATR_STOP },
      { options: { profile: 'tradingview' } },
    )
  })
})
