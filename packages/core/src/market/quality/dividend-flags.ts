import { indexOfDate } from '../adjust-index.ts'
import type { BarSeries } from '../bar-series.ts'
import type { CorporateAction } from '../reference-data.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'

/** A dividend at its place in the series. */
type Payment = {
  action: Extract<CorporateAction, { type: 'dividend' }>
  index: number
  /** Part of the close before it. */
  share: number
  /** How far the price fell over the ex-date, as part of that close. */
  drop: number
}

const dayMs = 86_400_000

/**
 * Dividends that the adjusted close leaves out or takes off too often, that stand twice, or that the price did not notice.
 * Amounts are per share as the series' prices are.
 */
export function dividendFlags({ bars, adjustedClose, actions = [] }: SeriesFacts): QualityFlag[] {
  const payments = paymentsOf(bars, actions)
  return payments.flatMap((payment, at) => {
    const repeated = repeats(payment, payments[at - 1])
    const unnoticed = repeated ?? notNoticed(payment, payments)
    const finding = unnoticed ?? (adjustedClose && misapplied(payment, bars, adjustedClose))
    if (!finding) return []
    const { action, index } = payment
    return [{ ...finding, time: bars.time[index] ?? 0, first: 0, last: index - 1, action }]
  })
}

/** What is taken off the adjusted close before a bar, as part of the price. */
export function impliedShare(
  bars: Pick<BarSeries, 'close'>,
  adjustedClose: Float64Array,
  index: number,
): number {
  const ratio = (i: number) => (adjustedClose[i] ?? Number.NaN) / (bars.close[i] ?? Number.NaN)
  return 1 - ratio(index - 1) / ratio(index)
}

type Finding = Pick<QualityFlag, 'kind' | 'message'>

function repeats({ action }: Payment, before: Payment | undefined): Finding | undefined {
  if (!before || Date.parse(action.date) - Date.parse(before.action.date) > 7 * dayMs) return undefined
  const ratio = action.amount / before.action.amount
  if (ratio < 0.8 || ratio > 1.25) return undefined
  const message = `The dividend of ${action.amount} seems to be that of ${before.action.date} once more.`
  return { kind: 'repeated-dividend', message }
}

function notNoticed({ action, share, drop }: Payment, all: readonly Payment[]): Finding | undefined {
  const others = all.filter((payment) => payment.action !== action).map((payment) => payment.share)
  const usual = others.toSorted((a, b) => a - b)[others.length >> 1]
  const isHuge = share > 0.1 || (usual !== undefined && share > usual * 40 && share > 0.03)
  const isTiny = usual !== undefined && others.length > 1 && share < usual / 40 && drop > usual / 2
  if (!isTiny && !(isHuge && drop < share * 0.3)) return undefined
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`
  return {
    kind: 'implausible-dividend',
    message: `The dividend of ${action.amount} is ${percent(share)} of the price, which fell by ${percent(drop)}.`,
  }
}

function misapplied(
  { action, index, share }: Payment,
  bars: BarSeries,
  adjustedClose: Float64Array,
): Finding | undefined {
  const implied = impliedShare(bars, adjustedClose, index)
  if (!(Math.abs(implied - share) > Math.max(share * 0.25, 0.001))) return undefined
  const isMissing = implied < share
  const message = `The adjusted close takes ${(implied * 100).toFixed(2)} % off for the dividend of ${action.amount}, which is ${(share * 100).toFixed(2)} %.`
  return { kind: isMissing ? 'unapplied-dividend' : 'doubled-dividend', message }
}

function paymentsOf(bars: BarSeries, actions: readonly CorporateAction[]): Payment[] {
  return actions
    .flatMap((action): Payment[] => {
      if (action.type !== 'dividend') return []
      const index = indexOfDate(bars, action.date)
      const close = bars.close[index - 1]
      if (close === undefined || index === bars.length) return []
      const fallen = Math.min(bars.open[index] ?? close, bars.close[index] ?? close)
      return [{ action, index, share: action.amount / close, drop: 1 - fallen / close }]
    })
    .sort((a, b) => a.index - b.index)
}
