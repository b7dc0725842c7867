import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { renderClaim } from '../render/renderClaim.ts'
import { draftWording } from './draftWording.ts'
import { type EvidenceIndex, indexEvidence } from './indexEvidence.ts'
import { verifyClaim } from './verifyClaim.ts'
import { noteAt, type Violation } from './violation.ts'

export type ClaimResolution = { claim: ResolvedClaim } | { violations: readonly Violation[] }

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
): ClaimResolution {
  return resolveIndexed(claim, indexEvidence(evidence), locale, path, about)
}

/** The same over evidence that was laid out before, for whoever resolves many. */
export function resolveIndexed(
  claim: Claim,
  evidence: EvidenceIndex,
  locale: string,
  path: string,
  about?: string,
): ClaimResolution {
  const violations: Violation[] = []
  const note = noteAt(path, violations)
  const { values, tokens } = verifyClaim(claim, evidence, note, about)
  violations.push(...draftWording(claim, path, evidence, tokens))
  if (violations.length > 0) return { violations }
  return { claim: { ...claim, values, rendered: renderClaim(claim, values, locale) } }
}
