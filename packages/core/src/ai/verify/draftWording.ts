import { checkDraft } from './checkDraft.ts'
import { checkDraftText } from './checkDraftLabel.ts'
import { checkDraftNames } from './checkDraftNames.ts'
import { enumValue } from './checkLabel.ts'
import type { Wording } from './wording.ts'

/**
 * What a draft is held to: every word beside a value is known to say nothing of it, no word anywhere says in itself how large, how dear or
 * how often, and instruments and fiscal years are named beside their own values.
 *
 * Its lists are larger than all the rest of the verifier, which is why `verifyReport` takes it as an option.
 *
 * @example
 * ```ts
 * import { draftWording, type Evidence, type StoredReport, verifyReport } from '@starkmatter/core/ai'
 *
 * export function isSound(report: StoredReport, evidence: readonly Evidence[]): boolean {
 *   return verifyReport(report, evidence, { wording: draftWording }).ok
 * }
 * ```
 */
export const draftWording: Wording = (said, path, { subjects }, tokens = []) => {
  // Choices are answered for by their schema.
  if (typeof said === 'string') return enumValue.test(said) ? [] : checkDraftText(said, path, subjects)
  const where = `${path}.text`
  return [
    ...checkDraft(said.text, tokens, where, said.comparisons),
    ...checkDraftNames(said.text, said.slots, subjects, where),
  ]
}
