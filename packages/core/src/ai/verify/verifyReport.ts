import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import { isIntact } from '../evidence/contentId.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { rowInstant } from '../evidence/ledger.ts'
import { renderClaim } from '../render/renderClaim.ts'
import { disclaimer } from '../report/disclaimer.ts'
import { isGenuine } from '../report/missingPart.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { checkLabel } from './checkLabel.ts'
import { verifyClaim } from './verifyClaim.ts'
import type { Violation } from './violation.ts'
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
    const message = 'The report or its evidence is not of the form that a run leaves behind.'
    return { ok: false, violations: [{ path: '', kind: 'altered', message }], claims: 0 }
  }
}

function verify(report: StoredReport, evidence: readonly Evidence[]): Verification {
  const violations: Violation[] = []
  let claims = 0
  const asOf = Date.parse(report.asOf)
  for (const piece of evidence) {
    const path = `evidence.${piece.id}`
    if (!isIntact(piece))
      violations.push({ path, kind: 'altered', message: 'The content is not what its id says.' })
    const last = piece.asOf.at(-1)
    if (last !== undefined && !(rowInstant(last) <= asOf)) {
      violations.push({ path, kind: 'look-ahead', message: `It has a row of ${last}, after ${report.asOf}.` })
    }
  }
  violations.push(...checkFacts(report))
  if (report.disclaimer.version !== disclaimer.version || report.disclaimer.text !== disclaimer.text) {
    violations.push({
      path: 'disclaimer',
      kind: 'altered',
      message: 'The disclaimer is not the one of its version.',
    })
  }
  const subjects = [...new Set(evidence.map(({ subject }) => subject))]
  const visitor: ReportVisitor = {
    claim(claim, path, about) {
      claims++
      violations.push(...checkForm(claim, path))
      const verdict = verifyClaim(claim, evidence, path, about)
      violations.push(...verdict.violations)
      if (verdict.violations.length === 0)
        violations.push(...compareStored(claim, verdict.values, report.locale, path))
    },
    text: (text, path) => violations.push(...checkLabel(text, path, subjects)),
    name(name, path) {
      if (!/^[\w-]{1,60}$/.test(name))
        violations.push({ path, kind: 'forbidden-text', message: `"${name}" is no name of a part.` })
    },
  }
  const [about, ...others] = report.subjects
  const only = others.length === 0 ? about : undefined
  walkReport(report.body, '', visitor, only)
  walkReport(report.debate, 'debate', visitor, only)
  return { ok: violations.length === 0, violations, claims }
}

/** What a report says about itself must hold together: a partial one is never taken for a whole one. */
function checkFacts({ kind, status, body, missing }: StoredReport): Violation[] {
  const violations: Violation[] = []
  const note = (path: string, message: string) => violations.push({ path, kind: 'altered', message })
  const isAbstained = body === null
  if (
    (status === 'abstained') !== isAbstained ||
    (status === 'complete') !== (missing.length === 0 && !isAbstained)
  )
    note('status', `The report is not ${status}.`)
  for (const [index, part] of missing.entries())
    if (!isGenuine(part)) note(`missing[${index}]`, 'The reason is not one that a run gives.')
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(kind) || checkLabel(kind, 'kind').length > 0)
    note('kind', 'The kind is not one that a run gives.')
  return violations
}

const members = new Set(['id', 'text', 'slots', 'comparisons', 'quotes', 'values', 'rendered'])

/** Nothing may ride along in a claim. */
function checkForm(claim: Claim | ResolvedClaim, path: string): Violation[] {
  const extra = Object.keys(claim).find((name) => !members.has(name))
  if (extra === undefined && /^[\w.:-]{1,64}$/.test(claim.id)) return []
  return [{ path: `${path}.${extra ?? 'id'}`, kind: 'forbidden-text', message: 'It is no part of a claim.' }]
}

function compareStored(
  claim: Claim | ResolvedClaim,
  values: ResolvedClaim['values'],
  locale: string,
  path: string,
): Violation[] {
  if (!('rendered' in claim)) return [{ path, kind: 'altered', message: 'The claim was never resolved.' }]
  const violations: Violation[] = []
  const same =
    claim.values.length === values.length &&
    values.every(({ name, value, unit }, index) => {
      const stored = claim.values[index]
      return stored?.name === name && Object.is(stored.value, value) && stored.unit === unit
    })
  if (!same)
    violations.push({
      path: `${path}.values`,
      kind: 'altered',
      message: 'The stored values are not those of the evidence.',
    })
  if (claim.rendered !== renderClaim(claim, values, locale)) {
    violations.push({
      path: `${path}.rendered`,
      kind: 'altered',
      message: 'The shown sentence is not what its slots give.',
    })
  }
  return violations
}
