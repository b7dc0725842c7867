import type { Claim } from '../claims/claim.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import type { Token } from './readTokens.ts'
import type { Violation } from './violation.ts'

/**
 * What texts are held to beyond what every stored report is: a claim with its text as it was read, or a text outside of claims.
 * See `draftWording`.
 */
export type Wording = (
  said: Claim | string,
  path: string,
  evidence: EvidenceIndex,
  tokens?: readonly Token[],
) => readonly Violation[]
