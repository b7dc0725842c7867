import type { Claim } from '../claims/claim.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { indexEvidence } from '../verify/indexEvidence.ts'
import { verifyClaim } from '../verify/verifyClaim.ts'
import type { Note } from '../verify/violation.ts'
import { type ReportVisitor, soleSubject, walkReport } from '../verify/walkReport.ts'
import { formatMoment } from './formatValue.ts'
import { renderClaim } from './renderClaim.ts'

/** A body with its claims as sentences. */
export type Rendered<body> = body extends Claim
  ? string
  : body extends readonly (infer item)[]
    ? Rendered<item>[]
    : body extends object
      ? { [key in keyof body]: Rendered<body[key]> }
      : body

export type RenderedReport<body> = {
  kind: string
  status: StoredReport['status']
  /** The moment of the report in the locale's words. */
  asOf: string
  /** Plain text throughout: show it as text, never as HTML. */
  body: Rendered<body> | null
  missing: readonly string[]
  disclaimer: string
}

export type RenderOptions = {
  /** BCP 47. @default the report's own */
  locale?: string | undefined
}

/**
 * A stored report as text for people, in the digits and signs of any locale. Numbers come from the evidence, not from
 * what is stored; a sentence that its evidence does not bear out is left out.
 */
export function renderReport<body>(
  report: StoredReport<body>,
  evidence: readonly Evidence[],
  { locale = report.locale }: RenderOptions = {},
): RenderedReport<body> {
  const index = indexEvidence(evidence)
  const visitor: ReportVisitor = {
    claim(claim, _path, about) {
      let isBorneOut = true
      const refuse: Note = () => {
        isBorneOut = false
      }
      const { values } = verifyClaim(claim, index, refuse, about)
      return isBorneOut ? renderClaim(claim, values, locale) : undefined
    },
  }
  return {
    kind: report.kind,
    status: report.status,
    asOf: formatMoment(report.asOf, locale),
    // A claim became its sentence and everything else stayed, which the type system cannot follow.
    body: walkReport(report.body, '', visitor, soleSubject(report)) as Rendered<body> | null,
    missing: report.missing.map(({ message }) => message),
    disclaimer: report.disclaimer.text,
  }
}
