import { describe, expect, test } from 'vitest'
import { indicatorData } from '../../testing/indicator-data.ts'
import { indicators } from './index.ts'
import {
  ago,
  atr,
  ema,
  highest,
  lowest,
  mean,
  over,
  rma,
  rsi,
  running,
  sma,
  total,
  trueRanges,
  windows,
  wma,
  zip,
} from './reference.ts'

// Each function beyond TA-Lib is held against the formula of the source that its docstring cites, written out plainly.
const data = indicatorData('walk', 400, 21)
const list = (column: Float64Array) => Array.from(column)
const [open, high, low, close] = [list(data.open), list(data.high), list(data.low), list(data.close)]
const volume = list(data.volume).map((value) => value + 1)
const time = list(data.time)
const columns: Record<string, number[]> = { open, high, low, close, volume, time }
const median = zip([high, low], (h, l) => (h + l) / 2)
const typical = zip([high, low, close], (h, l, c) => (h + l + c) / 3)
const change = (values: number[], bars = 1) => zip([values, ago(values, bars)], (a, b) => a - b)
const rate = (values: number[], bars: number) => zip([values, ago(values, bars)], (a, b) => (a / b - 1) * 100)
const simple = (values: number[]) => zip([values, ago(values)], (a, b) => a / b - 1)
const minus = (a: number[], b: number[]) => zip([a, b], (x, y) => x - y)
const spread = (w: number[], free = 0) =>
  Math.sqrt(total(w.map((x) => (x - mean(w)) ** 2)) / (w.length - free))
const moment = (w: number[], power: number) => mean(w.map((x) => (x - mean(w)) ** power))
/** Follows a rule from bar to bar. */
function scan<state>(
  rows: number[][],
  initial: state,
  step: (state: state, row: number[], i: number) => [state, number[]],
): number[][] {
  let state = initial
  return (rows[0] ?? []).map((_, i) => {
    const [next, out] = step(
      state,
      rows.map((row) => row[i] ?? Number.NaN),
      i,
    )
    state = next
    return out
  })
}
const columnOf = (rows: number[][], place = 0) => rows.map((row) => row[place] ?? Number.NaN)
const pair = (
  column: number[],
  other: number[],
  period: number,
  give: (x: number[], y: number[]) => number,
) => windows(column, period).map((w, i) => (w ? give(w, other.slice(i - period + 1, i + 1)) : Number.NaN))
const covariance = (x: number[], y: number[]) =>
  total(x.map((value, i) => (value - mean(x)) * ((y[i] ?? 0) - mean(y))))
const session = (give: (h: number, l: number, c: number, o: number, next: number) => number) =>
  zip([ago(high), ago(low), ago(close), ago(open), open], (h, l, c, o, next) => give(h, l, c, o, next))

const macdLike = (values: number[], signal: number) => {
  const value = minus(ema(values, 12), ema(values, 26)).map(
    (difference, i) => (difference / (ema(values, 26)[i] ?? 1)) * 100,
  )
  const line = ema(value, signal)
  return [value, line, minus(value, line)]
}
const smooth3 = (values: number[]) => ema(ema(values, 25), 13)
const smi = (() => {
  const top = highest(high, 10)
  const bottom = lowest(low, 10)
  const distance = ema(
    ema(
      zip([close, top, bottom], (c, h, l) => c - (h + l) / 2),
      3,
    ),
    3,
  )
  const range = ema(ema(minus(top, bottom), 3), 3)
  return zip([distance, range], (d, r) => (100 * d) / (r / 2))
})()
const coppock = wma(
  zip([rate(close, 14), rate(close, 11)], (a, b) => a + b),
  10,
)
const kst = zip(
  [sma(rate(close, 10), 10), sma(rate(close, 15), 10), sma(rate(close, 20), 10), sma(rate(close, 30), 15)],
  (a, b, c, d) => a + 2 * b + 3 * c + 4 * d,
)
const awesome = minus(sma(median, 5), sma(median, 34))
const tsi = zip([smooth3(change(close)), smooth3(change(close).map(Math.abs))], (a, b) => (100 * a) / b)
const waveTrend = (() => {
  const centre = ema(typical, 10)
  const width = ema(minus(typical, centre).map(Math.abs), 10)
  return ema(
    zip([typical, centre, width], (p, e, d) => (p - e) / (0.015 * d)),
    21,
  )
})()
const flow = zip([high, low, close, volume], (h, l, c, v) => ((c - l - (h - c)) / (h - l)) * v)

/** Expected outputs, in the order of the registry, for the default parameters. */
const expected: Record<string, () => number[][]> = {
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
  VWMA: () => [pair(close, volume, 20, (p, v) => total(p.map((value, i) => value * (v[i] ?? 0))) / total(v))],
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
  VWAP: () => [typical, typical, typical],
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
  FISHER: () => {
    const top = highest(median, 9)
    const bottom = lowest(median, 9)
    const rows = scan([median, top, bottom], { place: 0, line: 0 }, (before, [m = 0, h = 0, l = 0]) => {
      if (Number.isNaN(h)) return [before, [Number.NaN, Number.NaN]]
      const raw = 0.33 * 2 * ((m - l) / (h - l) - 0.5) + 0.67 * before.place
      const place = raw > 0.99 ? 0.999 : raw < -0.99 ? -0.999 : raw
      const line = 0.5 * Math.log((1 + place) / (1 - place)) + 0.5 * before.line
      return [{ place, line }, [line, before.line]]
    })
    return [columnOf(rows), columnOf(rows, 1)]
  },
  SQUEEZE: () => {
    const middle = zip([highest(high, 20), lowest(low, 20)], (h, l) => (h + l) / 2)
    const detrended = zip([close, middle, sma(close, 20)], (c, m, a) => c - (m + a) / 2)
    const value = over(detrended, 20, (w) => {
      const slope =
        covariance(
          w,
          w.map((_, x) => x),
        ) /
        covariance(
          w.map((_, x) => x),
          w.map((_, x) => x),
        )
      return mean(w) + slope * 9.5
    })
    const ranges = trueRanges(high, low, close)
    ranges[0] = (high[0] ?? 0) - (low[0] ?? 0)
    const on = zip([over(close, 20, (w) => spread(w)), sma(ranges, 20), value], (d, r, v) =>
      Number.isNaN(v) ? v : Number(2 * d < 1.5 * r),
    )
    return [value, on]
  },
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
  VORTEX: () => {
    const ranges = over(trueRanges(high, low, close), 14, total)
    return [
      zip(
        [
          over(
            zip([high, ago(low)], (h, l) => Math.abs(h - l)),
            14,
            total,
          ),
          ranges,
        ],
        (a, b) => a / b,
      ),
      zip(
        [
          over(
            zip([low, ago(high)], (l, h) => Math.abs(l - h)),
            14,
            total,
          ),
          ranges,
        ],
        (a, b) => a / b,
      ),
    ]
  },
  CRSI: () => {
    const streak = columnOf(
      scan([change(close)], 0, (run, [c = 0]) => {
        const next = c > 0 ? Math.max(run, 0) + 1 : c < 0 ? Math.min(run, 0) - 1 : 0
        return [next, [next]]
      }),
    )
    const rank = over(
      simple(close),
      101,
      (w) => (w.slice(0, -1).filter((r) => r < (w.at(-1) ?? 0)).length / 100) * 100,
    )
    return [zip([rsi(close, 3), rsi(streak, 2), rank], (a, b, c) => (a + b + c) / 3)]
  },
  ELDER_RAY: () => [minus(high, ema(close, 13)), minus(low, ema(close, 13))],
  AO: () => [awesome],
  AC: () => [minus(awesome, sma(awesome, 5))],
  COPPOCK: () => [coppock],
  KST: () => [kst, sma(kst, 9)],
  TSI: () => [tsi, ema(tsi, 13)],
  SMI: () => [smi, ema(smi, 10)],
  DPO: () => [minus(ago(close, 11), sma(close, 20))],
  WAVETREND: () => [waveTrend, sma(waveTrend, 4)],
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
  ZSCORE: () => [over(close, 20, (w) => ((w.at(-1) ?? 0) - mean(w)) / spread(w))],
  SKEW: () => [over(close, 30, (w) => ((Math.sqrt(30 * 29) / 28) * moment(w, 3)) / moment(w, 2) ** 1.5)],
  KURTOSIS: () => [
    over(close, 30, (w) => (29 / (28 * 27)) * (31 * (moment(w, 4) / moment(w, 2) ** 2 - 3) + 6)),
  ],
  ENTROPY: () => [over(close, 10, (w) => -total(w.map((x) => (x / total(w)) * Math.log2(x / total(w)))))],
  DRAWDOWN: () => [close.map((c, i) => (c / Math.max(...close.slice(0, i + 1)) - 1) * 100)],
  LOG_RETURN: () => [simple(close).map(Math.log1p)],
  PERCENT_RETURN: () => [rate(close, 1)],
  SHARPE: () => [over(simple(close), 63, (w) => (mean(w) / spread(w, 1)) * Math.sqrt(252))],
  ROLLING_BETA: () => [pair(simple(high), simple(low), 60, (x, y) => covariance(x, y) / covariance(y, y))],
  ROLLING_CORRELATION: () => [
    pair(
      simple(high),
      simple(low),
      60,
      (x, y) => covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y)),
    ),
  ],
}

/** Outputs that begin together begin with the latest of them. */
const together = new Set(['PVO', 'KST', 'TSI', 'SMI', 'WAVETREND', 'KELTNER'])

describe('functions beyond TA-Lib give the values of their sources', () => {
  test.each(Object.entries(expected))('%s', (name, give) => {
    const indicator = indicators.get(name)
    if (!indicator) throw new Error(`${name} is not in the registry.`)
    const got = indicator.compute(
      indicator.inputs.map((input) => columns[input] ?? []),
      name === 'VWAP' ? { deviations: 0 } : {},
    )
    const lookback = indicator.lookback()
    for (const [place, wanted] of give().entries()) {
      const output = Array.from(got[place] ?? [])
      expect(output).toHaveLength(wanted.length)
      for (const [i, want] of wanted.entries()) {
        const have = output[i] ?? Number.NaN
        if (Number.isNaN(want) || (together.has(name) && i < lookback))
          expect(have, `${name} at ${i}`).toBeNaN()
        else
          expect(Math.abs(have - want), `${name}.${place} at ${i}: ${have}, not ${want}`).toBeLessThanOrEqual(
            1e-8 * Math.max(1, Math.abs(want)),
          )
      }
    }
  })
})

describe('functions that follow a price', () => {
  const first = (name: string, inputs: number[][], params = {}) =>
    indicators
      .get(name)
      ?.compute(inputs, params)
      .map((column) => Array.from(column))

  test('Renko: a brick for each full height, and two heights to turn', () => {
    const [value, direction, bricks] =
      first('RENKO', [[100, 101.5, 103, 102.2, 101, 100.9]], { size: 1 }) ?? []
    expect(value).toEqual([100, 101, 103, 103, 101, 101])
    expect(direction).toEqual([0, 1, 1, 1, -1, -1])
    expect(bricks).toEqual([0, 1, 2, 0, -1, 0])
  })

  test('ZigZag: a leg ends when the price comes back by the deviation', () => {
    const [extreme, pivot, direction] =
      first(
        'ZIGZAG',
        [
          [100, 110, 108, 104, 112],
          [99, 108, 106, 102, 108],
        ],
        { deviation: 5 },
      ) ?? []
    expect(extreme).toEqual([100, 110, 110, 102, 112])
    expect(pivot).toEqual([99, 99, 99, 110, 102])
    expect(direction).toEqual([1, 1, 1, -1, 1])
  })

  test('the stop of average true ranges only comes closer until it is crossed', () => {
    const flat = [10, 10, 11, 12, 11.5, 8]
    const [stop, direction] =
      first('ATR_STOP', [flat.map((c) => c + 0.5), flat.map((c) => c - 0.5), flat], {
        period: 1,
        multiplier: 1,
      }) ?? []
    expect(stop).toEqual([Number.NaN, 9, 9.5, 10.5, 10.5, 12])
    expect(direction).toEqual([Number.NaN, 1, 1, 1, 1, -1])
  })

  test('volume profile: most was traded where the bars lie on each other', () => {
    const [point, top, bottom] =
      first(
        'VOLUME_PROFILE',
        [
          [2, 4, 4],
          [1, 3, 3],
          [1, 10, 10],
        ],
        { period: 3, bins: 3, share: 90 },
      ) ?? []
    expect([point?.[2], top?.[2], bottom?.[2]]).toEqual([3.5, 4, 3])
  })

  test('the Hurst exponent is near a half for a random walk and near one for a trend of trends', () => {
    const long = Array.from(indicatorData('walk', 3_000, 9).close)
    const exponents = (first('HURST', [long], { period: 1_000 })?.[0] ?? []).filter(
      (value) => !Number.isNaN(value),
    )
    expect(mean(exponents)).toBeGreaterThan(0.4)
    expect(mean(exponents)).toBeLessThan(0.7)
  })
})
