import { UnsupportedError } from '../errors/index.ts'
import { indexOfDate } from './adjust-index.ts'
import { type Segment, scaleColumns } from './adjust-scale.ts'
import type { Adjustment } from './bar.ts'
import { type BarColumns, BarSeries } from './bar-series.ts'
import type { CorporateAction } from './reference-data.ts'

/** All actions of one ex-date. */
type Step = {
  date: string
  /** The first bar at or after it. */
  index: number
  numerator: number
  denominator: number
  amount: number
}

/**
 * Restates a series for splits, or for splits and cash dividends, or back.
 *
 * - A split of 4 for 1 divides every price before its ex-date by 4 and multiplies volume by 4. Splits after the last bar
 *   count too, so that adjusting a part of a series is the same as a part of the adjusted series.
 * - A dividend multiplies every price before its ex-date by `1 - amount / close`, with the last close before it, as that
 *   stood on that day; volume stays. `amount` is per share of the ex-date. A dividend after the last bar has no such
 *   close yet and waits for it.
 * - The newest bars keep their prices. `vwap` moves with the prices, `trades` not at all.
 * - `adjustSeries(adjustSeries(s, actions, to), actions, s.adjustment)` is `s` again, digit for digit, for prices and
 *   volumes of up to 12 significant digits: on the way back they are rounded to that many, which removes the noise of
 *   the way there.
 *
 * Restate daily bars first and build weeks and months of them: a bar counts as before an ex-date when it opens before it.
 *
 * @param series - In number mode, with its present `adjustment`.
 * @param actions - Of the same instrument, in any order; those that the series had been adjusted by, to go back.
 * @throws {UnsupportedError} UNSUPPORTED, a dividend is as large as the price before it
 * @example
 * adjustSeries(raw, [{ type: 'split', date: '2020-08-31', numerator: 4, denominator: 1 }], 'splits')
 */
export function adjustSeries(
  series: BarSeries,
  actions: readonly CorporateAction[],
  to: Adjustment,
): BarSeries {
  if (series.adjustment === to) return series
  const raw = series.adjustment === 'raw' ? series : unadjusted(series, actions)
  if (to === 'raw') return raw
  const steps = stepsOf(raw, actions, to)
  const segments = segmentsOf(raw, steps, (asOfDate, amount) => 1 - amount / asOfDate)
  const waiting = steps.filter((step) => step.amount > 0 && step.index === raw.length)
  const issues = waiting.map(({ date }) => ({
    kind: 'dividend-after-series',
    message: `Not applied: the dividend of ${date} needs the close before it.`,
  }))
  return new BarSeries(
    { ...raw.facts(), adjustment: to, issues: [...raw.issues, ...issues] },
    scaleColumns(raw, segments),
  )
}

/** The series as it was before `actions` were applied to it. */
function unadjusted(series: BarSeries, actions: readonly CorporateAction[]): BarSeries {
  // An adjusted close is the close of its day less the dividend: the dividend's share follows from it.
  const segments = segmentsOf(
    series,
    stepsOf(series, actions, series.adjustment),
    (asOfDate, amount) => asOfDate / (asOfDate + amount),
    { isAdjusted: true },
  )
  const back = segments.map(({ end, multiplier, divisor, dividends }) => ({
    end,
    multiplier: divisor,
    divisor: multiplier,
    dividends: 1 / dividends,
  }))
  const columns = scaleColumns(series, back)
  const count = segments.at(-1)?.end ?? 0
  for (const name of ['open', 'high', 'low', 'close', 'volume', 'vwap'] as const) clean(columns[name], count)
  const issues = series.issues.filter((issue) => issue.kind !== 'dividend-after-series')
  return new BarSeries({ ...series.facts(), adjustment: 'raw', issues }, columns)
}

/** The actions that `adjustment` covers, those of one date together, oldest first. */
function stepsOf(series: BarSeries, actions: readonly CorporateAction[], adjustment: Adjustment): Step[] {
  const steps = new Map<string, Step>()
  for (const action of actions) {
    if (action.type === 'dividend' && adjustment === 'splits') continue
    const { date } = action
    const step = steps.get(date) ?? {
      date,
      index: indexOfDate(series, date),
      numerator: 1,
      denominator: 1,
      amount: 0,
    }
    if (action.type === 'split') {
      step.numerator *= action.numerator
      step.denominator *= action.denominator
    } else {
      step.amount += action.amount
    }
    steps.set(date, step)
  }
  return [...steps.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/**
 * One segment up to each ex-date, all later steps included.
 *
 * @param share - What a dividend leaves of the price, from the close before it in shares of the ex-date.
 */
function segmentsOf(
  series: BarSeries,
  steps: readonly Step[],
  share: (asOfDate: number, amount: number) => number,
  { isAdjusted = false } = {},
): Segment[] {
  const segments: Segment[] = []
  let multiplier = 1
  let divisor = 1
  let dividends = 1
  for (const { index, numerator, denominator, amount, date } of steps.toReversed()) {
    if (amount > 0 && index > 0 && index < series.length) {
      const close = series.close[index - 1] as number
      const asOfDate = isAdjusted
        ? (close * divisor) / multiplier / dividends
        : (close * denominator) / numerator
      const left = share(asOfDate, amount)
      if (!(left > 0)) {
        throw new UnsupportedError(
          `The dividend of ${amount} on ${date} is not below the price before it, ${asOfDate}. Check both, or leave it out.`,
        )
      }
      dividends *= left
    }
    multiplier *= denominator
    divisor *= numerator
    if (index > 0) segments.push({ end: index, multiplier, divisor, dividends })
  }
  return segments.reverse()
}

/** Removes the noise of dividing and multiplying again. */
function clean(column: BarColumns['volume'] | undefined, count: number): void {
  if (!column) return
  for (let i = 0; i < count; i++) column[i] = Number((column[i] as number).toPrecision(12))
}
