import { checkLabel, type Subjects } from './checkLabel.ts'
import { draftWording } from './draftWording.ts'
import type { Violation } from './violation.ts'

/** Texts outside of claims, as a model may write them. */
export function checkDraftLabel(text: string, path: string, subjects: Subjects): Violation[] {
  return [...checkLabel(text, path, subjects), ...draftWording.label(text, path, subjects)]
}
