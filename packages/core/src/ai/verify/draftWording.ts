import { checkDraft } from './checkDraft.ts'
import { checkDraftNames } from './checkDraftNames.ts'
import { readTokens } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
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
export const draftWording: Wording = {
  claim({ text, slots, comparisons }, tokens, evidence, path) {
    const where = `${path}.text`
    return [...checkDraft(text, tokens, where, comparisons), ...checkDraftNames(text, slots, evidence, where)]
  },
  label(text, path, subjects) {
    const tokens = subjects.has(text) ? [] : readTokens(maskPhrases(text, [...subjects.values()].flat()))
    return checkDraft(text, tokens, path)
  },
}
