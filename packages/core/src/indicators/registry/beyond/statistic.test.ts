import { describe } from 'vitest'
import { expectFormulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import { ago, mean, over, total, zip } from '../../../testing/indicator-formulas/reference.ts'
import {
  close,
  covariance,
  high,
  low,
  moment,
  pair,
  rate,
  simple,
  spread,
} from '../../../testing/indicator-formulas/series.ts'

/** H. E. Hurst (1951), E. Peters (1994): the slope of the log of rescaled ranges over the log of how many returns they span. */
function hurstExponent(returns: number[]): number {
  const points: [number, number][] = []
  for (let length = returns.length; length >= 8; length = Math.floor(length / 2)) {
    const pieces = Array.from({ length: Math.floor(returns.length / length) }, (_, piece) =>
      returns.slice(piece * length, (piece + 1) * length),
    )
    const ranges = pieces.map((piece) => {
      const walk = piece.map((_, i) => total(piece.slice(0, i + 1).map((value) => value - mean(piece))))
      return (Math.max(0, ...walk) - Math.min(0, ...walk)) / spread(piece)
    })
    points.push([Math.log(length), Math.log(mean(ranges))])
  }
  const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)]
  return covariance(x, y) / covariance(x, x)
}

describe('statistics beyond TA-Lib give the values of their sources to 1e-12', () => {
  expectFormulas(
    {
      // NIST/SEMATECH, "Engineering Statistics Handbook", 1.3.5.17, with the deviation of the population.
      ZSCORE: ({ period = 20 }) => [over(close, period, (w) => ((w.at(-1) ?? 0) - mean(w)) / spread(w))],
      // D. Joanes and C. Gill, "Comparing measures of sample skewness and kurtosis" (1998): G1 and G2.
      SKEW: ({ period: n = 30 }) => [
        over(close, n, (w) => ((Math.sqrt(n * (n - 1)) / (n - 2)) * moment(w, 3)) / moment(w, 2) ** 1.5),
      ],
      KURTOSIS: ({ period: n = 30 }) => [
        over(
          close,
          n,
          (w) => ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (moment(w, 4) / moment(w, 2) ** 2 - 3) + 6),
        ),
      ],
      // C. Shannon, "A Mathematical Theory of Communication" (1948).
      ENTROPY: ({ period = 10 }) => [
        over(close, period, (w) => -total(w.map((x) => (x / total(w)) * Math.log2(x / total(w))))),
      ],
      HURST: ({ period = 100 }) => [over(simple(close).map(Math.log1p), period, hurstExponent)],
      // M. Magdon-Ismail and A. Atiya, "Maximum Drawdown" (2004).
      DRAWDOWN: () => [close.map((c, i) => (c / Math.max(...close.slice(0, i + 1)) - 1) * 100)],
      // J. Campbell, A. Lo and A. MacKinlay, "The Econometrics of Financial Markets" (1997), 1.4.
      LOG_RETURN: ({ period = 1 }) => [zip([close, ago(close, period)], (now, then) => Math.log(now / then))],
      PERCENT_RETURN: ({ period = 1 }) => [rate(close, period)],
      // W. Sharpe, "The Sharpe Ratio" (1994).
      SHARPE: ({ period = 63, periodsPerYear = 252, riskFree = 0 }) => [
        over(simple(close), period, (w) => {
          const excess = w.map((value) => value - riskFree / 100 / periodsPerYear)
          return (mean(excess) / spread(excess, 1)) * Math.sqrt(periodsPerYear)
        }),
      ],
      // W. Sharpe, "Capital Asset Prices" (1964); K. Pearson (1895).
      ROLLING_BETA: ({ period = 60 }) => [
        pair(simple(high), simple(low), period, (x, y) => covariance(x, y) / covariance(y, y)),
      ],
      ROLLING_CORRELATION: ({ period = 60 }) => [
        pair(
          simple(high),
          simple(low),
          period,
          (x, y) => covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y)),
        ),
      ],
    },
    { others: { HURST: { period: 131 } }, tolerance: 1e-12 },
  )
})
