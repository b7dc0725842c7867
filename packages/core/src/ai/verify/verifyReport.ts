import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import { canonicalJson } from '../evidence/canonicalJson.ts'
import { isIntact } from '../evidence/contentId.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { rowInstant } from '../evidence/ledger.ts'
import { renderClaim } from '../render/renderClaim.ts'
import { isFixedText } from '../report/isFixedText.ts'
import { isUnchanged } from '../report/reportId.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { checkChoice, enumValue } from './checkLabel.ts'
import { foldProse } from './foldProse.ts'
import { indexEvidence } from './indexEvidence.ts'
import { verifyClaim } from './verifyClaim.ts'
import type { Violation, ViolationKind } from './violation.ts'
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
 * Never throws, whatever was stored. Linear in the size of both. Every number is computed anew and compared with what is stored and shown.
 */
export function verifyReport(
  report: StoredReport,
  evidence: readonly Evidence[],
  { wording = () => [] }: VerificationOptions = {},
): Verification {
  try {
    return verify(report, evidence, wording)
  } catch {
    // What was stored may have been damaged in any way, whatever its type says.
    return { ok: false, violations: [{ path: '', kind: 'altered', detail: '' }], claims: 0 }
  }
}

function verify(report: StoredReport, evidence: readonly Evidence[], wording: Wording): Verification {
  const violations: Violation[] = []
  const note = (path: string, kind: ViolationKind = 'altered', detail = '') =>
    violations.push({ path, kind, detail })
  let claims = 0
  const asOf = Date.parse(report.asOf)
  for (const piece of evidence) {
    const path = `evidence.${piece.id}`
    if (!isIntact(piece)) note(path)
    const last = piece.asOf.at(-1)
    if (last !== undefined && !(rowInstant(last) <= asOf)) note(path, 'look-ahead', last)
  }
  if (!isUnchanged(report)) note('id')
  if (!isBare({ ...report, body: 0, debate: 0 })) note('')
  checkFacts(report, note)
  const index = indexEvidence(evidence)
  const visitor: ReportVisitor = {
    claim(claim, path, about) {
      claims++
      if (!identifier.test(claim.id) || !isBare(claim)) note(path, 'forbidden-text')
      const verdict = verifyClaim(claim, index, path, about)
      violations.push(...verdict.violations, ...wording(claim, path, index, verdict.tokens))
      if (verdict.violations.length === 0) compareStored(claim, verdict.values, report.locale, path, note)
    },
    text: (text, path) => violations.push(...checkChoice(text, path, index), ...wording(text, path, index)),
    name(name, path) {
      if (!memberName.test(name)) note(path, 'forbidden-text')
    },
  }
  const about = soleSubject(report)
  walkReport(report.body, '', visitor, about)
  walkReport(report.debate, 'debate', visitor, about)
  return { ok: violations.length === 0, violations, claims }
}

type Note = (path: string, kind?: ViolationKind) => void

/** What a report says about itself must hold together: a partial one is never taken for a whole one. */
function checkFacts({ kind, status, body, missing, disclaimer }: StoredReport, note: Note): void {
  const whole = missing.length > 0 ? 'partial' : 'complete'
  if (status !== (body === null ? 'abstained' : whole)) note('status')
  if (
    missing.some(({ path, reason, message }) => !/^[\w.[\]]*$/.test(path) || !isFixedText([reason, message]))
  )
    note('missing')
  if (!enumValue.test(kind) || checkChoice(kind, '').length > 0) note('kind')
  if (!isFixedText(disclaimer)) note('disclaimer')
}

const identifier = /^[\w.:-]{1,64}$/
/** Of members of a body: with digits it would be a number in a heading. */
export const memberName = /^[a-z_]{1,64}$/i

// Members of what is not looked at word by word.
const forms = [
  'format id kind subjects asOf locale status body missing debate disclaimer',
  'path reason message',
  'version text',
  'id text slots comparisons quotes values rendered',
  'name op base since magnitude subject metric asOf ref',
  'left relation right',
  'ref article start end',
  'name value unit',
].map((members) => members.split(' '))

/** Whether nothing rides along where no reader would see it: each part has the members of its form, and no others. */
function isBare(part: unknown): boolean {
  return (
    typeof part !== 'object' ||
    part === null ||
    ((Array.isArray(part) || forms.some((form) => Object.keys(part).every((name) => form.includes(name)))) &&
      Object.values(part).every(isBare))
  )
}

function compareStored(
  claim: Claim | ResolvedClaim,
  values: ResolvedClaim['values'],
  locale: string,
  path: string,
  note: Note,
): void {
  const isKept =
    'rendered' in claim &&
    canonicalJson(claim.values) === canonicalJson(values) &&
    isSame(claim.rendered, renderClaim(claim, values, locale))
  if (!isKept) note(path)
}

/** Runtimes with other locale data write other spaces and apostrophes into the same number. */
function isSame(stored: string, shown: string): boolean {
  const plain = (text: string) => foldProse(text).replace(/['’]/g, '')
  return plain(stored) === plain(shown)
}
