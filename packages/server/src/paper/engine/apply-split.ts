import { type AccountState, openOrdersOf } from './account-state.ts'
import { decimal, toText } from './decimal.ts'
import type { PaperEvent } from './events.ts'

export type Split = { date: string; numerator: number; denominator: number }

/**
 * Restates a position for a split: new shares for old ones, at the same cost. Open orders of the instrument are cancelled,
 * as their prices mean something else now.
 *
 * @param heldSince - Trading date on which the position was opened, `YYYY-MM-DD`: a split of that day was in its price.
 */
export function applySplit(
  state: AccountState,
  instrument: string,
  { date, numerator, denominator }: Split,
  heldSince: string,
  now: number,
): readonly PaperEvent[] {
  const isUsable = [numerator, denominator].every((part) => Number.isFinite(part) && part > 0)
  const isKnown = state.splits.has(`${instrument} ${date}`)
  if (!isUsable || isKnown || date <= heldSince || !state.positions.has(instrument)) return []
  const cancelled = openOrdersOf(state, instrument).map(
    ({ terms }): PaperEvent => ({
      type: 'ended',
      at: now,
      order: terms.id,
      state: 'cancelled',
      reason: 'split',
    }),
  )
  const split: PaperEvent = {
    type: 'split',
    at: now,
    instrument,
    date,
    numerator: toText(decimal(numerator)),
    denominator: toText(decimal(denominator)),
  }
  return [...cancelled, split]
}
