/** Textbook forms of building blocks, written for clarity and held against the kernels by tests. Oldest value first. */

type Values = readonly number[]

/** The last `period` values up to each place; `undefined` while there are fewer, or one of them is missing. */
export function windows(values: Values, period: number): (number[] | undefined)[] {
  return values.map((_, i) => {
    const window = values.slice(Math.max(0, i - period + 1), i + 1)
    return window.length === period && !window.some(Number.isNaN) ? window : undefined
  })
}

export const over = (values: Values, period: number, give: (window: number[]) => number): number[] =>
  windows(values, period).map((window) => (window ? give(window) : Number.NaN))

export const total = (window: Values): number => window.reduce((a, b) => a + b, 0)
export const mean = (window: Values): number => total(window) / window.length
export const sma = (values: Values, period: number): number[] => over(values, period, mean)
export const highest = (values: Values, period: number): number[] =>
  over(values, period, (w) => Math.max(...w))
export const lowest = (values: Values, period: number): number[] =>
  over(values, period, (w) => Math.min(...w))

export const wma = (values: Values, period: number): number[] =>
  over(values, period, (w) => total(w.map((value, i) => value * (i + 1))) / ((period * (period + 1)) / 2))

/** Seeded with the mean of the first `period` values that there are. */
export function ema(values: Values, period: number, weight = 2 / (period + 1)): number[] {
  const first = values.findIndex((value) => !Number.isNaN(value))
  let average = Number.NaN
  return values.map((value, i) => {
    if (first < 0 || i < first + period - 1) return Number.NaN
    average =
      i === first + period - 1 ? mean(values.slice(first, i + 1)) : average + weight * (value - average)
    return average
  })
}

export const rma = (values: Values, period: number): number[] => ema(values, period, 1 / period)

/** Combines columns place by place. */
export const zip = (columns: readonly Values[], give: (...row: number[]) => number): number[] =>
  (columns[0] ?? []).map((_, i) => give(...columns.map((column) => column[i] ?? Number.NaN)))

/** The value `bars` places earlier. */
export const ago = (values: Values, bars = 1): number[] =>
  values.map((_, i) => values[i - bars] ?? Number.NaN)

export const trueRanges = (high: Values, low: Values, close: Values): number[] =>
  zip([high, low, ago(close)], (h, l, c) => Math.max(h - l, Math.abs(h - c), Math.abs(l - c)))

export const atr = (high: Values, low: Values, close: Values, period: number): number[] =>
  rma(trueRanges(high, low, close), period)

/** Averages as one product seeds them. */
export type Averages = {
  ema: typeof ema
  atr: typeof atr
  /** A trailing stop is above the price at first. */
  falling: boolean
}

export const talib: Averages = { ema, atr, falling: false }

/** TradingView, Pine Script reference: `pine_ema` begins with the first value, `pine_atr` with the range of the first bar, `pine_supertrend` falling. */
export const tradingview: Averages = {
  ema: (values, period, weight = 2 / (period + 1)) => ema(values, 1, weight),
  atr: (high, low, close, period) => {
    const ranges = trueRanges(high, low, close)
    ranges[0] = (high[0] ?? 0) - (low[0] ?? 0)
    return rma(ranges, period)
  },
  falling: true,
}

/** Wilder's relative strength index. */
export function rsi(values: Values, period: number): number[] {
  const changes = zip([values, ago(values)], (value, before) => value - before)
  const gains = rma(
    changes.map((change) => (change > 0 ? change : Number.isNaN(change) ? change : 0)),
    period,
  )
  const losses = rma(
    changes.map((change) => (change < 0 ? -change : Number.isNaN(change) ? change : 0)),
    period,
  )
  return zip([gains, losses], (gain, loss) => (gain + loss === 0 ? 0 : (100 * gain) / (gain + loss)))
}

/** Running total; missing values count as 0 before the first. */
export function running(values: Values, start = 0): number[] {
  let sum = start
  return values.map((value) => {
    sum += Number.isNaN(value) ? 0 : value
    return sum
  })
}
