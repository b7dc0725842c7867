import * as z from 'zod/mini'
import type { Evidence } from '../evidence/evidence.ts'
import { missingPart } from '../report/missingPart.ts'
import type { MissingPart } from '../report/storedReport.ts'
import { fitToSchema } from '../schemas/fitToSchema.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import { checkDraftLabel } from '../verify/checkDraftLabel.ts'
import { explainViolation } from '../verify/explainViolation.ts'
import { indexEvidence } from '../verify/indexEvidence.ts'
import { resolveIndexed } from '../verify/resolveClaim.ts'

/** What can be kept of a draft. */
export type Judgement = {
  /** Valid by the schema, its claims verified and resolved; `undefined` when nothing of it can stand. */
  body: object | undefined
  /** How many claims stand. */
  claims: number
  missing: readonly MissingPart[]
  /** What to mend, short enough to be sent back. */
  problems: readonly string[]
}

export type Ruler = {
  schema: ReportSchema
  evidence: readonly Evidence[]
  locale: string
  /** What the report is about. */
  subjects: readonly string[]
}

/**
 * Holds what a model wrote to the schema and to the evidence, and keeps what stands.
 *
 * @param whole - The JSON value as far as it was read.
 * @param absentFor - Why parts are absent, where the draft did not come to its end.
 */
export function judgeDraft(
  { schema, evidence, locale, subjects: [about, ...others] }: Ruler,
  whole: unknown,
  absentFor: MissingPart['reason'],
): Judgement {
  const missing = new Map<string, MissingPart>()
  const problems: string[] = []
  const index = indexEvidence(evidence)
  let claims = 0
  const refuse = (path: string, messages: readonly string[]) => {
    missing.set(path, missingPart(path, 'unverified'))
    for (const message of messages) problems.push(`${path}: ${message}`)
  }
  const body = fitToSchema(schema, whole, {
    about: others.length === 0 ? about : undefined,
    claim(claim, path, about) {
      const resolution = resolveIndexed(claim, index, locale, path, about)
      if ('claim' in resolution) {
        claims++
        return resolution.claim
      }
      refuse(path, resolution.violations.slice(0, 3).map(explainViolation))
      return undefined
    },
    label(text, path) {
      const violations = checkDraftLabel(text, path, index)
      if (violations.length > 0) refuse(path, violations.slice(0, 2).map(explainViolation))
      return violations.length === 0
    },
    dropped(path) {
      if (missing.has(path)) return
      missing.set(path, missingPart(path, absentFor))
      problems.push(`${path || 'The report'}: absent, or not what the schema asks for.`)
    },
  })
  // What the schema asks of its parts together shows only now.
  const together = body === undefined ? undefined : z.safeParse(schema, body)
  for (const { path, message } of together?.error?.issues ?? [])
    problems.push(`${path.join('.') || 'The report'}: ${message}`)
  return {
    body: together?.success && isBody(body) ? body : undefined,
    claims: together?.success ? claims : 0,
    missing: [...missing.values()],
    problems,
  }
}

function isBody(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
