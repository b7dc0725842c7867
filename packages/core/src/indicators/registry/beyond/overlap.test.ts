import { describe } from 'vitest'
import { expectFormulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import {
  type Averages,
  ago,
  highest,
  lowest,
  over,
  rma,
  running,
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
  low,
  median,
  minus,
  open,
  pair,
  scan,
  session,
  typical,
  volume,
} from '../../../testing/indicator-formulas/series.ts'

/** The functions by what their averages are made with. */
function formulas({ ema, atr, falling }: Averages) {
  return {
    // TradingView, Pine Script reference, `ta.supertrend` (the direction there has the other sign).
    SUPERTREND: () => {
      const rows = scan(
        [median, atr(high, low, close, 10), close, ago(close)],
        { upper: Number.NaN, lower: Number.NaN, side: 0 },
        (before, [m = 0, range = 0, c = 0, last = 0]) => {
          if (Number.isNaN(range)) return [before, [Number.NaN, Number.NaN]]
          const [top, bottom] = [m + 3 * range, m - 3 * range]
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
    // The approximation of the closed filter as chart platforms have it, for instance everget's script on TradingView.
    JMA: () => {
      const beta = (0.45 * 6) / (0.45 * 6 + 2)
      const alpha = beta ** 2
      const first = close[0] ?? 0
      const rows = scan([close], { e0: first, e1: 0, e2: 0, jma: first }, (before, [c = 0]) => {
        const e0 = (1 - alpha) * c + alpha * before.e0
        const e1 = (c - e0) * (1 - beta) + beta * before.e1
        const e2 = (e0 + 1.5 * e1 - before.jma) * (1 - alpha) ** 2 + alpha ** 2 * before.e2
        const jma = e2 + before.jma
        return [{ e0, e1, e2, jma }, [jma]]
      })
      return [columnOf(rows)]
    },
    HMA: () => [
      wma(
        zip([wma(close, 8), wma(close, 16)], (a, b) => 2 * a - b),
        4,
      ),
    ],
    ZLEMA: () => [
      ema(
        zip([close, ago(close, 9)], (a, b) => 2 * a - b),
        20,
      ),
    ],
    ALMA: () => [
      over(close, 9, (w) => {
        const weights = w.map((_, i) => Math.exp(-((i - 0.85 * 8) ** 2) / (2 * (9 / 6) ** 2)))
        return total(w.map((value, i) => value * (weights[i] ?? 0))) / total(weights)
      }),
    ],
    VWMA: () => [
      pair(close, volume, 20, (p, v) => total(p.map((value, i) => value * (v[i] ?? 0))) / total(v)),
    ],
    RMA: () => [rma(close, 14)],
    MCGINLEY: () => [
      columnOf(
        scan([close], Number.NaN, (line, [value = 0]) => {
          const next = Number.isNaN(line) ? value : line + (value - line) / (14 * (value / line) ** 4)
          return [next, [next]]
        }),
      ),
    ],
    VIDYA: () => {
      const up = over(
        change(close).map((c) => (c > 0 ? c : Number.isNaN(c) ? c : 0)),
        9,
        total,
      )
      const down = over(
        change(close).map((c) => (c < 0 ? -c : Number.isNaN(c) ? c : 0)),
        9,
        total,
      )
      return [
        columnOf(
          scan([close, up, down], Number.NaN, (line, [value = 0, u = 0, d = 0]) => {
            if (Number.isNaN(u)) return [Number.NaN, [Number.NaN]]
            const next = Number.isNaN(line)
              ? value
              : line + (2 / 15) * Math.abs((u - d) / (u + d)) * (value - line)
            return [next, [next]]
          }),
        ),
      ]
    },
    KELTNER: () => {
      const reach = atr(high, low, close, 10)
      return [
        zip([ema(close, 20), reach], (m, r) => m + 2 * r),
        ema(close, 20),
        zip([ema(close, 20), reach], (m, r) => m - 2 * r),
      ]
    },
    DONCHIAN: () => [
      highest(high, 20),
      zip([highest(high, 20), lowest(low, 20)], (a, b) => (a + b) / 2),
      lowest(low, 20),
    ],
    ICHIMOKU: () => {
      const middle = (bars: number) => zip([highest(high, bars), lowest(low, bars)], (a, b) => (a + b) / 2)
      const later = (values: number[]) => values.map((value, i) => (i < 51 ? Number.NaN : value))
      return [
        later(middle(9)),
        later(middle(26)),
        later(zip([middle(9), middle(26)], (a, b) => (a + b) / 2)),
        middle(52),
      ]
    },
    ALLIGATOR: () =>
      [rma(median, 13), rma(median, 8), rma(median, 5)].map((line) =>
        line.map((value, i) => (i < 12 ? Number.NaN : value)),
      ),
    CHANDELIER: () => [
      zip([highest(high, 22), atr(high, low, close, 22)], (h, r) => h - 3 * r),
      zip([lowest(low, 22), atr(high, low, close, 22)], (l, r) => l + 3 * r),
    ],
    PIVOTS_CLASSIC: () => {
      const p = session((h, l, c) => (h + l + c) / 3)
      const level = (give: (p: number, h: number, l: number) => number) => zip([p, ago(high), ago(low)], give)
      return [
        p,
        level((x, _, l) => 2 * x - l),
        level((x, h, l) => x + h - l),
        level((x, h, l) => h + 2 * (x - l)),
        level((x, h) => 2 * x - h),
        level((x, h, l) => x - h + l),
        level((x, h, l) => l - 2 * (h - x)),
      ]
    },
    PIVOTS_FIBONACCI: () => {
      const level = (share: number) => session((h, l, c) => (h + l + c) / 3 + share * (h - l))
      return [0, 0.382, 0.618, 1, -0.382, -0.618, -1].map(level)
    },
    PIVOTS_WOODIE: () => {
      const p = session((h, l, _c, _o, next) => (h + l + 2 * next) / 4)
      const level = (give: (p: number, h: number, l: number) => number) => zip([p, ago(high), ago(low)], give)
      return [
        p,
        level((x, _, l) => 2 * x - l),
        level((x, h, l) => x + h - l),
        level((x, h, l) => h + 2 * (x - l)),
        level((x, h) => 2 * x - h),
        level((x, h, l) => x - h + l),
        level((x, h, l) => l - 2 * (h - x)),
      ]
    },
    PIVOTS_CAMARILLA: () =>
      [12, 6, 4, 2, -12, -6, -4, -2].map((part) => session((h, l, c) => c + (1.1 * (h - l)) / part)),
    PIVOTS_DEMARK: () => {
      const sum = session((h, l, c, o) => (c < o ? h + 2 * l + c : c > o ? 2 * h + l + c : h + l + 2 * c))
      return [
        sum.map((x) => x / 4),
        zip([sum, ago(low)], (x, l) => x / 2 - l),
        zip([sum, ago(high)], (x, h) => x / 2 - h),
      ]
    },
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
    FRACTALS: () => [
      high.map((_, i) =>
        i < 4 ? Number.NaN : Number([0, 1, 3, 4].every((back) => (high[i - 2] ?? 0) > (high[i - back] ?? 0))),
      ),
      low.map((_, i) =>
        i < 4 ? Number.NaN : Number([0, 1, 3, 4].every((back) => (low[i - 2] ?? 0) < (low[i - back] ?? 0))),
      ),
    ],
    ANCHORED_VWAP: () => {
      const traded = running(volume)
      const average = zip([running(zip([typical, volume], (p, v) => p * v)), traded], (m, v) => m / v)
      const squares = zip([running(zip([typical, volume], (p, v) => p * p * v)), traded], (m, v) => m / v)
      const reach = zip([squares, average], (q, a) => 2 * Math.sqrt(Math.max(0, q - a * a)))
      return [average, zip([average, reach], (a, r) => a + r), minus(average, reach)]
    },
  }
}

describe('overlap studies beyond TA-Lib give the values of their sources', () => {
  expectFormulas(formulas(talib))

  expectFormulas({ VWAP: () => [typical, typical, typical] }, { deviations: 0 })

  describe('and with the tradingview profile those of its seeds', () => {
    const { KELTNER, CHANDELIER, ZLEMA, SUPERTREND } = formulas(tradingview)
    expectFormulas({ KELTNER, CHANDELIER, ZLEMA, SUPERTREND }, { profile: 'tradingview' })
  })
})
