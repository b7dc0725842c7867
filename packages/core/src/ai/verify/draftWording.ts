import { checkDraft } from './checkDraft.ts'
import { checkDraftExtremes } from './checkDraftExtremes.ts'
import { checkDraftText } from './checkDraftLabel.ts'
import { checkDraftPairs } from './checkDraftPairs.ts'
import { checkDraftPeriods } from './checkDraftPeriods.ts'
import { isEnumValue } from './checkLabel.ts'
import type { Wording } from './wording.ts'

/**
 * What a draft is held to: every word beside a value is known to say nothing of it, none relates two of them, no word anywhere says in itself how large, how dear or
 * how often, periods are those of the values, and what is called a high or a low is one.
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
export const draftWording: Wording = (said, path, known, tokens = []) => {
  // Choices are answered for by their schema.
  if (typeof said === 'string') return isEnumValue(said) ? [] : checkDraftText(said, path, known)
  // A claim that was refused unread has no words.
  if (tokens.length === 0) return []
  // What was counted is a number of something.
  const isCount = said.slots.some(({ op }) => op === 'count')
  const text = isCount ? said.text.replace(/\bthe number of\b/i, 'the count of') : said.text
  return [
    ...checkDraft(text, tokens, path, said.comparisons),
    ...checkDraftPairs(said, tokens, known, path),
    ...checkDraftExtremes(said, path),
    ...checkDraftPeriods(said.text, said.slots, known, path),
  ]
}
