import type { Claim, SlotValue } from '../claims/claim.ts'
import { formatMoment, formatValue } from './formatValue.ts'

/** Every `{slot}` and `{slot.date}` in a text. */
export const slotPattern = /\{([a-z][a-zA-Z]*)(\.date)?\}/g

/**
 * The sentence of a claim with its numbers in place, in the digits of a locale.
 *
 * @param values - One for each slot of the claim.
 */
export function renderClaim(claim: Claim, values: readonly SlotValue[], locale: string): string {
  return claim.text.replace(slotPattern, (whole, name: string, date: string | undefined) => {
    const slot = claim.slots.find((candidate) => candidate.name === name)
    const resolved = values.find((candidate) => candidate.name === name)
    if (!slot || !resolved) return whole
    if (date) return formatMoment(slot.asOf, locale)
    return formatValue(slot.magnitude ? Math.abs(resolved.value) : resolved.value, resolved.unit, locale)
  })
}
