import type { ResolvedClaim } from '../claims/claim.ts'
import type { Disclaimer } from './disclaimer.ts'

/** A part that a report could not give, and why. */
export type MissingPart = {
  /** Path of the dropped claim or section in the report. */
  path: string
  reason: 'unverified' | 'budget' | 'no-data' | 'timeout' | 'model'
  message: string
}

/** What is kept of a run: with the evidence beside it, it can be verified and rendered again without a model. */
export type StoredReport<body = unknown> = {
  format: 1
  /**
   * The hash of everything else in it: any later change is seen, also of what no evidence bears out, such as a stance.
   * Whoever keeps the id elsewhere, or sends it by another way, knows the report again.
   */
  id: string
  kind: string
  /** Canonical instrument ids. */
  subjects: readonly string[]
  /** Nothing in it was known later than this, ISO 8601. */
  asOf: string
  /** BCP 47 tag that its digits are written in. */
  locale: string
  status: 'complete' | 'partial' | 'abstained'
  /** The typed report; its claims are resolved. `null` when the run abstained. */
  body: body | null
  missing: readonly MissingPart[]
  /** The verified arguments of both sides, where the run had a debate. */
  debate?: { bull: readonly ResolvedClaim[]; bear: readonly ResolvedClaim[] }
  disclaimer: Disclaimer
}
