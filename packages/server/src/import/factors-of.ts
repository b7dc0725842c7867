import { zonedToUtc } from '@starkmatter/core'
import type { FactorRow } from '@starkmatter/core/providers/csv'
import type { AdjustmentFactor } from '../store/bar-store.ts'

const dayMs = 86_400_000

/**
 * Factor rows, each of which counts up to and including its date, as stretches of time that end with that date.
 *
 * @param rows - In rising order of their dates.
 */
export function factorsOf(rows: readonly FactorRow[], timeZone: string): AdjustmentFactor[] {
  let from = Number.NEGATIVE_INFINITY
  return rows.map(({ date, price, split }) => {
    const until = zonedToUtc(Date.parse(date) + dayMs, timeZone)
    const factor = { from, until, price, split }
    from = until
    return factor
  })
}
