import { checkDraft } from './checkDraft.ts'
import { checkLabel, type Subjects } from './checkLabel.ts'
import { readTokens } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
import type { Violation } from './violation.ts'

/** Texts outside of claims, as a model may write them. */
export function checkDraftLabel(text: string, path: string, subjects: Subjects): Violation[] {
  return [...checkLabel(text, path, subjects), ...checkDraftText(text, path, subjects)]
}

/** What such a text may not say, beyond what no stored one may. */
export function checkDraftText(text: string, path: string, subjects: Subjects): Violation[] {
  const tokens = subjects.has(text) ? [] : readTokens(maskPhrases(text, [...subjects.values()].flat()))
  return checkDraft(text, tokens, path)
}
