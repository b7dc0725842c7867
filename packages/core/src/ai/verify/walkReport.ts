import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import { isClaim } from './isClaim.ts'

/** Hears what stands in a report's body. */
export type ReportVisitor = {
  /** @param about - The instrument that the part around the claim is about, where it says so. */
  claim(claim: Claim | ResolvedClaim, path: string, about: string | undefined): void
  /** Every text, number and name of a member that is not part of a claim. */
  text(text: string, path: string): void
  name(name: string, path: string): void
}

/**
 * Visits every part of a body, in order.
 *
 * @param about - The instrument that the whole is about, where there is one.
 */
export function walkReport(
  value: unknown,
  path: string,
  visitor: ReportVisitor,
  about: string | undefined = undefined,
): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    visitor.text(String(value), path)
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walkReport(item, `${path}[${index}]`, visitor, about)
  } else if (typeof value === 'object' && value !== null) {
    if (isClaim(value)) visitor.claim(value, path, about)
    else {
      const own = subjectOf(value) ?? about
      for (const [key, member] of Object.entries(value)) {
        const where = path === '' ? key : `${path}.${key}`
        visitor.name(key, where)
        walkReport(member, where, visitor, own)
      }
    }
  }
}

/** The instrument that a part of a report says it is about. */
export function subjectOf(part: object): string | undefined {
  return 'subject' in part && typeof part.subject === 'string' ? part.subject : undefined
}
