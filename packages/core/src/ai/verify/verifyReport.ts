import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import { canonicalJson } from '../evidence/canonicalJson.ts'
import { isAddressed } from '../evidence/contentId.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { renderClaim } from '../render/renderClaim.ts'
import { isFixedText } from '../report/isFixedText.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { checkChoice, enumValue } from './checkLabel.ts'
import { type EvidenceIndex, indexEvidence } from './indexEvidence.ts'
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
 * Never throws, whatever was stored. Linear in the size of both, for claims that are no longer than a run makes them. Every number is computed anew and compared with what is stored and shown.
 */
export function verifyReport(
  report: StoredReport,
  evidence: readonly Evidence[],
  { wording = () => [] }: VerificationOptions = {},
): Verification {
  const violations: Violation[] = []
  const altered = (path: string) => noteAt(path, violations)('altered')
  let claims = 0
  try {
    const asOf = Date.parse(report.asOf)
    for (const piece of evidence) {
      const path = `evidence.${piece.id}`
      if (!isAddressed(piece, 'ev')) altered(path)
      for (const last of piece.asOf.slice(-1))
        if (!(Date.parse(last) <= asOf)) noteAt(path, violations)('look-ahead', last)
    }
    // It still is what its id says, down to the choice of a word that no evidence could settle.
    if (!isAddressed(report, 'rp')) altered('id')
    if (!isBare(report, 'report')) altered('')
    const index = indexEvidence(evidence)
    checkFacts(report, index, altered)
    const visitor: ReportVisitor = {
      claim(claim, path, about) {
        claims++
        const note = noteAt(path, violations)
        if (!identifier.test(claim.id) || !isBare(claim, 'claim')) note('forbidden-text')
        const before = violations.length
        const { values, tokens } = verifyClaim(claim, index, note, about)
        if (violations.length === before && !isKept(claim, values, report.locale)) note('altered')
        violations.push(...wording(claim, path, index, tokens))
      },
      text(text, path) {
        checkChoice(text, index, noteAt(path, violations))
        violations.push(...wording(text, path, index))
      },
      name(name, path) {
        if (!memberName.test(name)) noteAt(path, violations)('forbidden-text')
      },
    }
    const about = soleSubject(report)
    walkReport(report.body, '', visitor, about)
    walkReport(report.debate, 'debate', visitor, about)
  } catch {
    // What was stored may have been damaged in any way, whatever its type says.
    altered('')
  }
  return { ok: violations.length === 0, violations, claims }
}

/** What a report says about itself must hold together: a partial one is never taken for a whole one. */
function checkFacts(
  { kind, subjects, status, body, missing, disclaimer }: StoredReport,
  index: EvidenceIndex,
  altered: (path: string) => void,
): void {
  const whole = missing.length ? 'partial' : 'complete'
  if (status !== (body === null ? 'abstained' : whole)) altered('status')
  if (
    missing.some(({ path, reason, message }) => !/^[\w.[\]]*$/.test(path) || !isFixedText([reason, message]))
  )
    altered('missing')
  if (enumValue.test(kind)) checkChoice(kind, index, () => altered('kind'))
  else altered('kind')
  if (!isFixedText(disclaimer)) altered('disclaimer')
  if (!subjects.every(isInstrument)) altered('subjects')
}

const identifier = /^[\w.:-]{1,64}$/
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
