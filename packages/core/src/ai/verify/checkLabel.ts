import { findComparativeWords } from './checkComparisons.ts'
import { checkProse, countsAloud } from './checkProse.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { isInstrument } from './isInstrument.ts'
import { readTokens } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
import type { Violation } from './violation.ts'

/** Words in lower case and digits, joined by hyphens: how choices and kinds are written, but for the digits. */
export const enumValue = /^[a-z\d]+(?:-[a-z\d]+)*$/

export type Subjects = EvidenceIndex['subjects']

/**
 * Texts outside of claims: no numbers, and nothing compared where no slot can be checked.
 *
 * @param subjects - What there is evidence about: their names may stand, and their ids for themselves (`equity:700@XHKG`).
 */
export function checkLabel(text: string, path: string, subjects: Subjects): Violation[] {
  if (subjects.has(text)) return []
  if (isInstrument(text)) return [{ path, kind: 'unknown-evidence', detail: text }]
  const tokens = readTokens(maskPhrases(text, [...subjects.values()].flat()))
  const [word] = findComparativeWords(tokens)
  const violations = checkProse(tokens, path)
  if (word) violations.push({ path, kind: 'undeclared-comparison', detail: word.text })
  return violations
}

/** The same where a text may be the choice of an enum, which its schema answers for: such a word may say anything but a number. */
export function checkChoice(text: string, path: string, subjects: Subjects = new Map()): Violation[] {
  if (!enumValue.test(text)) return checkLabel(text, path, subjects)
  const number = text.split('-').find((word) => countsAloud.test(word))
  return number ? [{ path, kind: 'number-in-prose', detail: number }] : []
}
