import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import { isIntact } from '../evidence/contentId.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { rowInstant } from '../evidence/ledger.ts'
import { renderClaim } from '../render/renderClaim.ts'
import { disclaimer } from '../report/disclaimer.ts'
import { isGenuine } from '../report/missingPart.ts'
import { isUnchanged } from '../report/reportId.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { checkChoice, enumValue } from './checkLabel.ts'
import { foldProse } from './foldProse.ts'
import { indexEvidence } from './indexEvidence.ts'
import { verifyClaim } from './verifyClaim.ts'
import type { Violation, ViolationKind } from './violation.ts'
import { type ReportVisitor, walkReport } from './walkReport.ts'

export type Verification = {
  ok: boolean
  violations: readonly Violation[]
  /** How many claims were checked. */
  claims: number
}

/**
 * Holds a stored report to its evidence again: offline, without a model, in Node or a browser.
 *
 * Never throws, whatever was stored. Linear in the size of both. Every number is computed anew and compared with what is stored and shown.
 */
export function verifyReport(report: StoredReport, evidence: readonly Evidence[]): Verification {
  try {
    return verify(report, evidence)
  } catch {
    // What was stored may have been damaged in any way, whatever its type says.
    return { ok: false, violations: [{ path: '', kind: 'altered', message: notOfARun }], claims: 0 }
  }
}

const notItsId = 'It is not what its id says.'
const notOfARun = 'It is not what a run leaves behind.'
const notOfEvidence = 'It is not what the evidence gives.'

function verify(report: StoredReport, evidence: readonly Evidence[]): Verification {
  const violations: Violation[] = []
  const note = (path: string, message: string, kind: ViolationKind = 'altered') =>
    violations.push({ path, kind, message })
  let claims = 0
  const asOf = Date.parse(report.asOf)
  for (const piece of evidence) {
    const path = `evidence.${piece.id}`
    if (!isIntact(piece)) note(path, notItsId)
    const last = piece.asOf.at(-1)
    if (last !== undefined && !(rowInstant(last) <= asOf))
      note(path, `It has a row of ${last}, after ${report.asOf}.`, 'look-ahead')
  }
  if (!isUnchanged(report)) note('id', notItsId)
  checkFacts(report, note)
  const index = indexEvidence(evidence)
  const visitor: ReportVisitor = {
    claim(claim, path, about) {
      claims++
      checkForm(claim, path, note)
      const verdict = verifyClaim(claim, index, path, about)
      violations.push(...verdict.violations)
      if (verdict.violations.length === 0) compareStored(claim, verdict.values, report.locale, path, note)
    },
    text: (text, path) => violations.push(...checkChoice(text, path, index.subjects)),
    name(name, path) {
      if (!/^[\w-]{1,60}$/.test(name)) note(path, notOfARun, 'forbidden-text')
    },
  }
  const [about, ...others] = report.subjects
  const only = others.length === 0 ? about : undefined
  walkReport(report.body, '', visitor, only)
  walkReport(report.debate, 'debate', visitor, only)
  return { ok: violations.length === 0, violations, claims }
}

type Note = (path: string, message: string, kind?: ViolationKind) => void

/** What a report says about itself must hold together: a partial one is never taken for a whole one. */
function checkFacts({ kind, status, body, missing, disclaimer: said }: StoredReport, note: Note): void {
  const isAbstained = body === null
  if (
    (status === 'abstained') !== isAbstained ||
    (status === 'complete') !== (missing.length === 0 && !isAbstained)
  )
    note('status', notOfARun)
  for (const [index, part] of missing.entries()) if (!isGenuine(part)) note(`missing[${index}]`, notOfARun)
  if (!enumValue.test(kind) || checkChoice(kind, '').length > 0) note('kind', notOfARun)
  if (said.version !== disclaimer.version || said.text !== disclaimer.text) note('disclaimer', notOfARun)
}

const member = /^(?:id|text|slots|comparisons|quotes|values|rendered)$/

/** Nothing may ride along in a claim. */
function checkForm(claim: Claim | ResolvedClaim, path: string, note: Note): void {
  const extra = Object.keys(claim).find((name) => !member.test(name))
  if (extra !== undefined || !/^[\w.:-]{1,64}$/.test(claim.id))
    note(`${path}.${extra ?? 'id'}`, notOfARun, 'forbidden-text')
}

function compareStored(
  claim: Claim | ResolvedClaim,
  values: ResolvedClaim['values'],
  locale: string,
  path: string,
  note: Note,
): void {
  if (!('rendered' in claim)) return void note(path, notOfARun)
  const same =
    claim.values.length === values.length &&
    values.every(({ name, value, unit }, index) => {
      const stored = claim.values[index]
      return stored?.name === name && Object.is(stored.value, value) && stored.unit === unit
    })
  if (!same) note(`${path}.values`, notOfEvidence)
  if (!isSame(claim.rendered, renderClaim(claim, values, locale))) note(`${path}.rendered`, notOfEvidence)
}

/** Runtimes with other locale data write other spaces and apostrophes into the same number. */
function isSame(stored: string, shown: string): boolean {
  const plain = (text: string) => foldProse(text).replace(/['’]/g, '')
  return stored === shown || plain(stored) === plain(shown)
}
