import type { Claim } from '../claims/claim.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { indexEvidence } from '../verify/indexEvidence.ts'
import { isClaim } from '../verify/isClaim.ts'
import { verifyClaim } from '../verify/verifyClaim.ts'
import { subjectOf } from '../verify/walkReport.ts'
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
  const refused = Symbol('refused')
  const [about, ...others] = report.subjects
  function render(value: unknown, about: string | undefined): unknown {
    if (Array.isArray(value))
      return value.map((item) => render(item, about)).filter((item) => item !== refused)
    if (typeof value !== 'object' || value === null) return value
    if (isClaim(value)) {
      const { violations, values } = verifyClaim(value, index, '', about)
      return violations.length === 0 ? renderClaim(value, values, locale) : refused
    }
    const own = subjectOf(value) ?? about
    const members = Object.entries(value).map(([key, member]) => [key, render(member, own)])
    return Object.fromEntries(members.map(([key, member]) => [key, member === refused ? null : member]))
  }
  return {
    kind: report.kind,
    status: report.status,
    asOf: formatMoment(report.asOf, locale),
    // A claim became its sentence and everything else stayed, which the type system cannot follow.
    body: render(report.body, others.length === 0 ? about : undefined) as Rendered<body> | null,
    missing: report.missing.map(({ message }) => message),
    disclaimer: report.disclaimer.text,
  }
}
