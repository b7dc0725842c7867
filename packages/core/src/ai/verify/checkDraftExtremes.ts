import type { Claim } from '../claims/claim.ts'
import { slotPattern } from '../render/renderClaim.ts'
import type { Violation } from './violation.ts'

const made = { high: 'max', low: 'min' } as const

/** Whether what a draft calls a high or a low is one: a metric of that name, or the greatest or least of several values. */
export function checkDraftExtremes({ text, slots }: Claim, path: string): Violation[] {
  const parts = text.split(slotPattern)
  // Text, name of the slot and whether its date is shown come in turns.
  return slots.flatMap(({ name, metric, op }): Violation[] => {
    const before = parts.find((_, index) => index % 3 === 0 && parts[index + 1] === name && !parts[index + 2])
    const called = /\b(high|low) (?:of|was|at|is|stands at|stood at) $/i
      .exec(before ?? '')?.[1]
      ?.toLowerCase()
    if (called !== 'high' && called !== 'low') return []
    const [own, other] = called === 'high' ? [/high/i, /low/i] : [/low/i, /high/i]
    const isExtreme = /^(?:min|max)$/.test(op) ? op === made[called] : own.test(metric)
    const isWrong = !isExtreme || (other.test(metric) && !own.test(metric))
    return isWrong ? [{ path, kind: 'foreign-metric', detail: `${called} {${name}}` }] : []
  })
}
