import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { renderClaim } from '../render/renderClaim.ts'
import { verifyClaim } from './verifyClaim.ts'
import type { Violation } from './violation.ts'

/**
 * A claim with its numbers filled in, or why it cannot stand.
 *
 * @param about - The instrument that the part of the report around the claim is about.
 */
export function resolveClaim(
  claim: Claim,
  evidence: readonly Evidence[],
  locale: string,
  path: string,
  about?: string,
): { claim: ResolvedClaim } | { violations: readonly Violation[] } {
  const { violations, values } = verifyClaim(claim, evidence, path, about)
  if (violations.length > 0) return { violations }
  return { claim: { ...claim, values, rendered: renderClaim(claim, values, locale) } }
}
