import { describe } from 'vitest'
import { expectFormulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import { mean, over, total } from '../../../testing/indicator-formulas/reference.ts'
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

describe('statistics beyond TA-Lib give the values of their sources', () => {
  expectFormulas({
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
  })
})
