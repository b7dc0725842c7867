import { describe } from 'vitest'
import { expectFormulas } from '../../../testing/indicator-formulas/expect-formulas.ts'
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

  return {
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
    // D. Schaff: the stochastic of the MACD line, smoothed by half of each step, and all that once more.
    STC: () => {
      const stage = (values: number[]) => {
        const top = highest(values, 10)
        const bottom = lowest(values, 10)
        const rows = scan(
          [values, top, bottom],
          { raw: 0, line: Number.NaN },
          (before, [value = 0, h = Number.NaN, l = 0]) => {
            if (Number.isNaN(h)) return [before, [Number.NaN]]
            const raw = h > l ? (100 * (value - l)) / (h - l) : before.raw
            const line = Number.isNaN(before.line) ? raw : (before.line + raw) / 2
            return [{ raw, line }, [line]]
          },
        )
        return columnOf(rows)
      }
      return [stage(stage(minus(ema(close, 23), ema(close, 50))))]
    },
    // I. Livshin: a stop at 4.236 twice averaged moves from the averaged RSI; it only comes closer until it is crossed.
    QQE: () => {
      const line = ema(rsi(close, 14), 5)
      const moves = ema(ema(change(line).map(Math.abs), 27), 27)
      const rows = scan(
        [line, ago(line), moves],
        { long: Number.NaN, short: Number.NaN, side: 0 },
        (before, [now = 0, last = 0, move = Number.NaN]) => {
          if (Number.isNaN(move)) return [before, [Number.NaN]]
          const [below, above] = [now - 4.236 * move, now + 4.236 * move]
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
  }
}

describe('momentum indicators beyond TA-Lib give the values of their sources', () => {
  expectFormulas(formulas(talib))

  describe('and with the tradingview profile those of its seeds', () => {
    const { ELDER_RAY, TSI, SMI, WAVETREND, STC, QQE } = formulas(tradingview)
    expectFormulas({ ELDER_RAY, TSI, SMI, WAVETREND, STC, QQE }, { profile: 'tradingview' })
  })
})
