import type { Claim } from '../claims/claim.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import type { Token } from './readTokens.ts'
import type { Violation } from './violation.ts'

/** What texts are held to beyond what every stored report is. See `draftWording`. */
export type Wording = {
  /** @param tokens - The text of the claim, read. */
  claim(claim: Claim, tokens: readonly Token[], evidence: EvidenceIndex, path: string): readonly Violation[]
  /** A text outside of claims. */
  label(text: string, path: string, subjects: EvidenceIndex['subjects']): readonly Violation[]
}
