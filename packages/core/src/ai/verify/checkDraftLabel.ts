import { checkDraft } from './checkDraft.ts'
import { checkLabel } from './checkLabel.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { maskPhrases } from './setPhrases.ts'
import { type Violation, violationsAt } from './violation.ts'

/** Texts outside of claims, as a model may write them. */
export function checkDraftLabel(text: string, path: string, known: EvidenceIndex): Violation[] {
  return [
    ...violationsAt(path, (note) => checkLabel(text, known, note)),
    ...checkDraftText(text, path, known),
  ]
}

/** What such a text may not say, beyond what no stored one may. */
export function checkDraftText(text: string, path: string, known: EvidenceIndex): Violation[] {
  const tokens = known.subjects.has(text) ? [] : known.read(maskPhrases(known.mark(text)))
  return checkDraft(text, tokens, path)
}
