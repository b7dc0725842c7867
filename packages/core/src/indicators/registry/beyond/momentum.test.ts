import { describe } from 'vitest'
import { expectFormulas, type Formulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
import {
  type Averages,
  ago,
  highest,
  lowest,
  over,
  rsi,
  sma,
  talib,
  total,
  tradingview,
  trueRanges,
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
  rate,
  scan,
  simple,
  typical,
} from '../../../testing/indicator-formulas/series.ts'

/** The functions by what their averages are made with. */
function formulas({ ema }: Averages) {
  const awesome = ({ fastPeriod = 5, slowPeriod = 34 }) =>
    minus(sma(median, fastPeriod), sma(median, slowPeriod))

  return {
    // J. Ehlers, "Using the Fisher Transform", Stocks & Commodities V. 20:11 (2002); 9 bars as in TradingView's script.
    FISHER: ({ period = 9 }) => {
      const top = highest(median, period)
      const bottom = lowest(median, period)
      const rows = scan([median, top, bottom], { place: 0, line: 0 }, (before, [m = 0, h = 0, l = 0]) => {
        if (Number.isNaN(h)) return [before, [Number.NaN, Number.NaN]]
        const raw = 0.33 * 2 * ((m - l) / (h - l) - 0.5) + 0.67 * before.place
        const place = raw > 0.99 ? 0.999 : raw < -0.99 ? -0.999 : raw
        const line = 0.5 * Math.log((1 + place) / (1 - place)) + 0.5 * before.line
        return [{ place, line }, [line, before.line]]
      })
      return [columnOf(rows), columnOf(rows, 1)]
    },
    // E. Botes and D. Siepman, "The Vortex Indicator", Stocks & Commodities V. 28:1 (2010).
    VORTEX: ({ period = 14 }) => {
      const ranges = over(trueRanges(high, low, close), period, total)
      const share = (from: number[], to: number[]) =>
        zip(
          [
            over(
              zip([from, ago(to)], (a, b) => Math.abs(a - b)),
              period,
              total,
            ),
            ranges,
          ],
          (a, b) => a / b,
        )
      return [share(high, low), share(low, high)]
    },
    // L. Connors and C. Alvarez, "An Introduction to ConnorsRSI" (2012): ranked by how many returns are less.
    CRSI: ({ period = 3, streakPeriod = 2, rankPeriod = 100 }) => {
      const streak = columnOf(
        scan([change(close)], 0, (run, [c = 0]) => {
          const next = c > 0 ? Math.max(run, 0) + 1 : c < 0 ? Math.min(run, 0) - 1 : 0
          return [next, [next]]
        }),
      )
      const rank = over(
        simple(close),
        rankPeriod + 1,
        (w) => (100 * w.slice(0, -1).filter((r) => r < (w.at(-1) ?? 0)).length) / rankPeriod,
      )
      return [zip([rsi(close, period), rsi(streak, streakPeriod), rank], (a, b, c) => (a + b + c) / 3)]
    },
    // A. Elder, "Trading for a Living" (1993): bull and bear power.
    ELDER_RAY: ({ period = 13 }) => [minus(high, ema(close, period)), minus(low, ema(close, period))],
    // B. Williams, "New Trading Dimensions" (1998), as are the periods.
    AO: (params) => [awesome(params)],
    AC: ({ signalPeriod = 5, ...params }) => [minus(awesome(params), sma(awesome(params), signalPeriod))],
    // E. Coppock, Barron's, 15 October 1962; TradingView's "Coppock Curve".
    COPPOCK: ({ longPeriod = 14, shortPeriod = 11, averagePeriod = 10 }) => [
      wma(
        zip([rate(close, longPeriod), rate(close, shortPeriod)], (a, b) => a + b),
        averagePeriod,
      ),
    ],
    // M. Pring, "Summed Rate of Change (KST)", Stocks & Commodities V. 10:9 (1992): the short-term set.
    KST: ({
      rate1 = 10,
      rate2 = 15,
      rate3 = 20,
      rate4 = 30,
      average1 = 10,
      average2 = 10,
      average3 = 10,
      average4 = 15,
      signalPeriod = 9,
    }) => {
      const kst = zip(
        [
          sma(rate(close, rate1), average1),
          sma(rate(close, rate2), average2),
          sma(rate(close, rate3), average3),
          sma(rate(close, rate4), average4),
        ],
        (a, b, c, d) => a + 2 * b + 3 * c + 4 * d,
      )
      return [kst, sma(kst, signalPeriod)]
    },
    // W. Blau, "True Strength Index", Stocks & Commodities V. 9:11 (1991); the periods of TradingView's script.
    TSI: ({ longPeriod = 25, shortPeriod = 13, signalPeriod = 13 }) => {
      const twice = (values: number[]) => ema(ema(values, longPeriod), shortPeriod)
      const tsi = zip([twice(change(close)), twice(change(close).map(Math.abs))], (a, b) => (100 * a) / b)
      return [tsi, ema(tsi, signalPeriod)]
    },
    // W. Blau, "Momentum, Direction, and Divergence" (1995), p. 29; the periods of TradingView's script.
    SMI: ({ period = 10, firstSmoothing = 3, secondSmoothing = 3, signalPeriod = 3 }) => {
      const top = highest(high, period)
      const bottom = lowest(low, period)
      const twice = (values: number[]) => ema(ema(values, firstSmoothing), secondSmoothing)
      const distance = zip([close, top, bottom], (c, h, l) => c - (h + l) / 2)
      const smi = zip([twice(distance), twice(minus(top, bottom))], (d, r) => (100 * d) / (r / 2))
      return [smi, ema(smi, signalPeriod)]
    },
    // StockCharts, ChartSchool, "Detrended Price Oscillator".
    DPO: ({ period = 20 }) => [minus(ago(close, Math.floor(period / 2) + 1), sma(close, period))],
    // LazyBear, "WaveTrend Oscillator" (TradingView).
    WAVETREND: ({ channelPeriod = 10, averagePeriod = 21, signalPeriod = 4 }) => {
      const centre = ema(typical, channelPeriod)
      const width = ema(minus(typical, centre).map(Math.abs), channelPeriod)
      const place = zip([typical, centre, width], (p, e, d) => (p - e) / (0.015 * d))
      const wave = ema(place, averagePeriod)
      return [wave, sma(wave, signalPeriod)]
    },
    // D. Schaff, "Releasing the Code to the Schaff Trend Cycle" (2008): the stochastic of the MACD line, smoothed by half of
    // each step, and all that once more.
    STC: ({ fastPeriod = 23, slowPeriod = 50, cyclePeriod = 10, factor = 0.5 }) => {
      const stage = (values: number[]) => {
        const top = highest(values, cyclePeriod)
        const bottom = lowest(values, cyclePeriod)
        const rows = scan(
          [values, top, bottom],
          { raw: 0, line: Number.NaN },
          (before, [value = 0, h = Number.NaN, l = 0]) => {
            if (Number.isNaN(h)) return [before, [Number.NaN]]
            const raw = h > l ? (100 * (value - l)) / (h - l) : before.raw
            const line = Number.isNaN(before.line) ? raw : before.line + factor * (raw - before.line)
            return [{ raw, line }, [line]]
          },
        )
        return columnOf(rows)
      }
      return [stage(stage(minus(ema(close, fastPeriod), ema(close, slowPeriod))))]
    },
    // "QQE MT4" (TradingView), after R. Ignatov's indicator for MetaTrader (2006): a stop at 4.236 twice averaged moves from
    // the averaged RSI; it only comes closer until it is crossed.
    QQE: ({ period = 14, smoothing = 5, factor = 4.236 }) => {
      const line = ema(rsi(close, period), smoothing)
      const moves = ema(ema(change(line).map(Math.abs), 2 * period - 1), 2 * period - 1)
      const rows = scan(
        [line, ago(line), moves],
        { long: Number.NaN, short: Number.NaN, side: 0 },
        (before, [now = 0, last = 0, move = Number.NaN]) => {
          if (Number.isNaN(move)) return [before, [Number.NaN]]
          const [below, above] = [now - factor * move, now + factor * move]
          const { long, short } = before
          const next = {
            long: last > long && now > long ? Math.max(long, below) : below,
            short: last < short && now < short ? Math.min(short, above) : above,
            side: before.side === 0 || now > short ? 1 : now < long ? -1 : before.side,
          }
          return [next, [next.side > 0 ? next.long : next.short]]
        },
      )
      return [line, columnOf(rows)]
    },
  } satisfies Formulas
}

describe('momentum indicators beyond TA-Lib give the values of their sources', () => {
  expectFormulas(formulas(talib))

  describe('and with the tradingview profile those of its seeds', () => {
    const { ELDER_RAY, TSI, SMI, WAVETREND, STC, QQE } = formulas(tradingview)
    expectFormulas({ ELDER_RAY, TSI, SMI, WAVETREND, STC, QQE }, { options: { profile: 'tradingview' } })
  })
})
