import type { Claim } from '../claims/claim.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { indexEvidence } from '../verify/indexEvidence.ts'
import { verifyClaim } from '../verify/verifyClaim.ts'
import { noteAt, type Violation } from '../verify/violation.ts'
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
 *
 * Typed errors have no room in the ten kilobytes of both: a `locale` that comes from outside is looked at first, by
 * `Intl.getCanonicalLocales`, and so is a report, by `verifyReport`, which never throws.
 *
 * @throws {RangeError} `locale` is no BCP 47 tag, or the report's moment is none
 * @throws {TypeError} the report was damaged, and is none
 */
export function renderReport<body>(
  report: StoredReport<body>,
  evidence: readonly Evidence[],
  { locale = report.locale }: RenderOptions = {},
): RenderedReport<body> {
  const index = indexEvidence(evidence)
  const visitor: ReportVisitor = {
    claim(claim, _path, about) {
      const violations: Violation[] = []
      const { values } = verifyClaim(claim, index, noteAt('', violations), about)
      return violations.length ? undefined : renderClaim(claim, values, locale)
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
