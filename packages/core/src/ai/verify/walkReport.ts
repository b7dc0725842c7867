import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import { isObject } from '../evidence/canonicalJson.ts'
import { isClaim } from './isClaim.ts'

/** Hears what stands in a report's body. */
export type ReportVisitor = {
  /**
   * @param about - The instrument that the part around the claim is about, where it says so.
   * @returns What stands in its place in the copy; `undefined` for nothing.
   */
  claim(claim: Claim | ResolvedClaim, path: string, about: string | undefined): unknown
  /** Every text, number and name of a member that is not part of a claim. */
  text?(text: string, path: string): void
  name?(name: string, path: string): void
}

/**
 * Visits every part of a body, in order, and copies it.
 *
 * @param about - The instrument that the whole is about, where there is one.
 */
export function walkReport(
  value: unknown,
  path: string,
  visitor: ReportVisitor,
  about: string | undefined,
): unknown {
  if (Array.isArray(value))
    return value
      .map((item, index) => walkReport(item, `${path}[${index}]`, visitor, about))
      .filter((item) => item !== undefined)
  if (!isObject(value)) {
    visitor.text?.(`${value}`, path)
    return value
  }
  if (isClaim(value)) return visitor.claim(value, path, about)
  const own = subjectOf(value) ?? about
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const where = path ? `${path}.${key}` : key
      visitor.name?.(key, where)
      return [key, walkReport(member, where, visitor, own) ?? null]
    }),
  )
}

/** The instrument that a part of a report says it is about. */
export function subjectOf(part: object): string | undefined {
  return 'subject' in part && typeof part.subject === 'string' ? part.subject : undefined
}

/** The instrument that a whole report is about, where it is about one. */
export function soleSubject({
  subjects: [first, second],
}: {
  subjects: readonly string[]
}): string | undefined {
  return second ? undefined : first
}
