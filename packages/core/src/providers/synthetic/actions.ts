import type { Adjustment, CorporateAction } from '../../market/index.ts'
import type { Simulation } from './simulation.ts'

type DatedAction = { day: number; action: CorporateAction }

/** Splits and dividends with an ex-date from day `from` up to the day of `now`, oldest first. */
export function actionsSince(simulation: Simulation, from: number, now: number): DatedAction[] {
  const { sessions, listing, splits } = simulation
  const last = sessions.dayAt(now)
  const dateOf = (day: number) => new Date(sessions.dateOf(day)).toISOString().slice(0, 10)
  const actions: DatedAction[] = splits
    .filter(({ day }) => day >= from && day <= last)
    .map(({ day, ratio }) => ({
      day,
      action: { type: 'split', date: dateOf(day), numerator: ratio, denominator: 1 },
    }))
  if (listing.dividendYield > 0) {
    const firstYear = new Date(sessions.dateOf(from)).getUTCFullYear()
    const lastYear = new Date(now).getUTCFullYear()
    for (let quarter = firstYear * 4; quarter < (lastYear + 1) * 4; quarter++) {
      // The second week of February, May, August and November.
      let day = sessions.dayAt(Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3 + 1, 8))
      while (!sessions.session(day)) day++
      if (day < from || day > last) continue
      const amount = Math.round(closeBefore(simulation, day) * listing.dividendYield * 25) / 100
      if (amount > 0)
        actions.push({ day, action: { type: 'dividend', date: dateOf(day), amount, currency: 'USD' } })
    }
  }
  return actions.sort((a, b) => a.day - b.day)
}

/** How to restate the prices of a day: `price / divisor * dividends`, and volume times `divisor`. */
export type Factor = { divisor: number; dividends: number }

const asTraded: Factor = { divisor: 1, dividends: 1 }

/** The factors of every day from `from` on, for what has happened since that day. */
export function factorsSince(
  simulation: Simulation,
  from: number,
  now: number,
  to: Adjustment,
): (day: number) => Factor {
  if (to === 'raw') return () => asTraded
  const steps: { day: number; factor: Factor }[] = []
  let { divisor, dividends } = asTraded
  for (const { day, action } of actionsSince(simulation, from, now).toReversed()) {
    if (action.type === 'split') divisor *= action.numerator
    else if (to === 'splits+dividends') dividends *= 1 - action.amount / closeBefore(simulation, day)
    else continue
    steps.unshift({ day, factor: { divisor, dividends } })
  }
  return (day) => steps.find((step) => step.day > day)?.factor ?? asTraded
}

/** The last close before a day, as traded, in shares of that day. */
function closeBefore(simulation: Simulation, day: number): number {
  let before = day - 1
  while (!simulation.sessions.session(before)) before--
  const ratio = simulation.splits.find((split) => split.day === day)?.ratio ?? 1
  return simulation.close(before) / ratio
}
