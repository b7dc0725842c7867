import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import { canonicalJson } from '../evidence/canonicalJson.ts'
import { isAddressed } from '../evidence/contentId.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { renderClaim } from '../render/renderClaim.ts'
import { isFixedText } from '../report/isFixedText.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { checkChoice, isEnumValue } from './checkLabel.ts'
import { indexEvidence } from './indexEvidence.ts'
import { isBare } from './isBare.ts'
import { isInstrument } from './isInstrument.ts'
import { verifyClaim } from './verifyClaim.ts'
import { noteAt, type Violation } from './violation.ts'
import { type ReportVisitor, soleSubject, walkReport } from './walkReport.ts'
import type { Wording } from './wording.ts'

export type Verification = {
  ok: boolean
  violations: readonly Violation[]
  /** How many claims were checked. */
  claims: number
}

export type VerificationOptions = {
  /** Holds texts to more than the short list that every stored report is held to: `draftWording`. */
  wording?: Wording | undefined
}

/**
 * Holds a stored report to its evidence again: offline, without a model, in Node or a browser.
 *
 * Never throws, whatever was stored. A claim that holds more than its schema lets one hold is refused unread, so that the time grows with
 * the number of claims and with the evidence, and with the square of neither. Every number is computed anew and compared with what is
 * stored and shown.
 */
export function verifyReport(
  report: StoredReport,
  evidence: readonly Evidence[],
  { wording = () => [] }: VerificationOptions = {},
): Verification {
  const violations: Violation[] = []
  const at = (path: string) => noteAt(path, violations)
  let claims = 0
  try {
    const asOf = Date.parse(report.asOf)
    for (const piece of evidence) {
      const path = `evidence.${piece.id}`
      if (!isAddressed(piece, 'ev')) at(path)('altered')
      for (const last of piece.asOf.slice(-1)) if (!(Date.parse(last) <= asOf)) at(path)('look-ahead', last)
    }
    for (const [part, holds] of Object.entries(factsOf(report))) if (!holds) at(part)('altered')
    const index = indexEvidence(evidence)
    const visitor: ReportVisitor = {
      claim(claim, path, about) {
        claims++
        const note = at(path)
        if (!/^[\w.:-]{1,64}$/.test(claim.id) || !isBare(claim, 'claim')) note('forbidden-text')
        const before = violations.length
        const { values, tokens } = verifyClaim(claim, index, note, about)
        if (violations.length === before && !isKept(claim, values, report.locale)) note('altered')
        violations.push(...wording(claim, path, index, tokens))
      },
      text(text, path) {
        checkChoice(text, index, at(path))
        violations.push(...wording(text, path, index))
      },
      name(name, path) {
        if (!memberName.test(name)) at(path)('forbidden-text')
      },
    }
    const about = soleSubject(report)
    walkReport(report.body, '', visitor, about)
    walkReport(report.debate, 'debate', visitor, about)
  } catch {
    // What was stored may have been damaged in any way, whatever its type says.
    at('')('altered')
  }
  return { ok: !violations.length, violations, claims }
}

/** Whether each part of what a report says about itself holds: a partial one is never taken for a whole one. */
function factsOf(report: StoredReport): Record<string, boolean> {
  const { kind, subjects, status, body, missing, disclaimer } = report
  return {
    '': isBare(report, 'report'),
    // It still is what its id says, down to the choice of a word that no evidence could settle.
    id: isAddressed(report, 'rp'),
    kind: isEnumValue(kind),
    subjects: subjects.every(isInstrument),
    status: status === (body === null ? 'abstained' : missing.length ? 'partial' : 'complete'),
    missing: missing.every(
      ({ path, reason, message }) => /^[\w.[\]]*$/.test(path) && isFixedText([reason, message]),
    ),
    disclaimer: isFixedText(disclaimer),
  }
}

/** Of members of a body: with digits it would be a number in a heading. */
export const memberName = /^[a-z_]{1,64}$/i

/** Whether what is stored of a claim is what the evidence gives. */
function isKept(claim: Claim | ResolvedClaim, values: ResolvedClaim['values'], locale: string): boolean {
  const shown = renderClaim(claim, values, locale)
  return (
    'rendered' in claim &&
    canonicalJson(claim.values) === canonicalJson(values) &&
    plain(claim.rendered) === plain(shown)
  )
}

/** Runtimes with other locale data write other spaces and apostrophes into the same number. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/[\p{Cf}'’]/gu, '')
}
