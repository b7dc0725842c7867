import { findComparativeWords } from './checkComparisons.ts'
import { checkProse, countsAloud } from './checkProse.ts'
import { indexEvidence, type Named } from './indexEvidence.ts'
import { isInstrument } from './isInstrument.ts'
import { readTokens } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
import type { Violation } from './violation.ts'

/** Words in lower case and digits, joined by hyphens: how choices and kinds are written, but for the digits. */
export const enumValue = /^[a-z\d]+(?:-[a-z\d]+)*$/

/**
 * Texts outside of claims: no numbers, and nothing compared where no slot can be checked.
 *
 * @param known - What there is evidence about: its names may stand, and its ids for themselves (`equity:700@XHKG`).
 */
export function checkLabel(text: string, path: string, known: Named): Violation[] {
  if (known.subjects.has(text)) return []
  if (isInstrument(text)) return [{ path, kind: 'unknown-evidence', detail: text }]
  const tokens = readTokens(maskPhrases(known.mark(text)))
  const [word] = findComparativeWords(tokens)
  const violations = checkProse(tokens, path)
  if (word) violations.push({ path, kind: 'undeclared-comparison', detail: word.text })
  return violations
}

/** The same where a text may be the choice of an enum, which its schema answers for: such a word may say anything but a number. */
export function checkChoice(text: string, path: string, known: Named = indexEvidence([])): Violation[] {
  if (!enumValue.test(text)) return checkLabel(text, path, known)
  const number = text.split('-').find((word) => countsAloud.test(word))
  return number ? [{ path, kind: 'number-in-prose', detail: number }] : []
}
