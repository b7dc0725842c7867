import { describe } from 'vitest'
import { expectFormulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
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
  simple,
  spread,
  volume,
} from '../../../testing/indicator-formulas/series.ts'

/** The functions by what their averages are made with. */
function formulas({ ema }: Averages) {
  const macdLike = (values: number[], signal: number) => {
    const value = minus(ema(values, 12), ema(values, 26)).map(
      (difference, i) => (difference / (ema(values, 26)[i] ?? 1)) * 100,
    )
    const line = ema(value, signal)
    return [value, line, minus(value, line)]
  }

  const flow = zip([high, low, close, volume], (h, l, c, v) => ((c - l - (h - c)) / (h - l)) * v)

  /** The end of the least-squares line through the close less the middle of its range and its average. */
  const squeezeValue = () => {
    const middle = zip([highest(high, 20), lowest(low, 20)], (h, l) => (h + l) / 2)
    const detrended = zip([close, middle, sma(close, 20)], (c, m, a) => c - (m + a) / 2)
    return over(detrended, 20, (w) => {
      const places = w.map((_, x) => x)
      return mean(w) + (covariance(w, places) / covariance(places, places)) * 9.5
    })
  }
  /** Whether two deviations are less than so many average ranges, once there is a value. */
  const squeezeOn = (width: number) => {
    const ranges = trueRanges(high, low, close)
    ranges[0] = (high[0] ?? 0) - (low[0] ?? 0)
    return zip([over(close, 20, (w) => spread(w)), sma(ranges, 20), squeezeValue()], (d, r, v) =>
      Number.isNaN(v) ? v : Number(2 * d < width * r),
    )
  }

  return {
    SQUEEZE: () => [squeezeValue(), squeezeOn(1.5)],
    CMF: () => [zip([over(flow, 20, total), over(volume, 20, total)], (f, v) => f / v)],
    NVI: () => [
      columnOf(
        scan([close, ago(close), volume, ago(volume)], 1000, (line, [c = 0, b = 0, v = 0, w = 0]) => {
          const next = v < w ? line * (c / b) : line
          return [next, [next]]
        }),
      ),
    ],
    PVI: () => [
      columnOf(
        scan([close, ago(close), volume, ago(volume)], 1000, (line, [c = 0, b = 0, v = 0, w = 0]) => {
          const next = v > w ? line * (c / b) : line
          return [next, [next]]
        }),
      ),
    ],
    EFI: () => [
      ema(
        zip([change(close), volume], (c, v) => c * v),
        13,
      ),
    ],
    EOM: () => [
      sma(
        zip([change(median), high, low, volume], (m, h, l, v) => (m * (h - l) * 10_000) / v),
        14,
      ),
    ],
    PVT: () => [running(zip([simple(close), volume], (r, v) => r * v))],
    PVO: () => macdLike(volume, 9),
    CHOP: () => [
      zip(
        [over(trueRanges(high, low, close), 14, total), highest(high, 14), lowest(low, 14)],
        (s, h, l) => (100 * Math.log10(s / (h - l))) / Math.log10(14),
      ),
    ],
    MASS: () => {
      const once = ema(minus(high, low), 9)
      return [
        over(
          zip([once, ema(once, 9)], (a, b) => a / b),
          25,
          total,
        ),
      ]
    },
    ULCER: () => [
      over(
        zip([close, highest(close, 14)], (c, h) => (100 * (c / h - 1)) ** 2),
        14,
        (w) => Math.sqrt(mean(w)),
      ),
    ],
    SQUEEZE_PRO: () => [squeezeValue(), squeezeOn(2), squeezeOn(1.5), squeezeOn(1)],
    // S. Klinger; the volume force as Tulip Indicators has it: volume |2 (daily range / trend's range) - 1| trend 100.
    KVO: () => {
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
      const value = minus(ema(force, 34), ema(force, 55))
      return [value, ema(value, 13)]
    },
  }
}

describe('volume and volatility indicators beyond TA-Lib give the values of their sources', () => {
  expectFormulas(formulas(talib))

  describe('and with the tradingview profile those of its seeds', () => {
    const { PVO, EFI, KVO, MASS } = formulas(tradingview)
    expectFormulas({ PVO, EFI, KVO, MASS }, { profile: 'tradingview' })
  })
})
