import { checkProse } from './checkProse.ts'
import { findComparativeWords } from './comparativeWords.ts'
import type { Violation } from './violation.ts'

const enumValue = /^[a-z]+(?:-[a-z]+)*$/

/**
 * Headings and enum values: no numbers, and nothing compared where no slot can be checked.
 *
 * @param subjects - Instrument ids that may stand for themselves, digits included (`equity:700@XHKG`).
 */
export function checkLabel(text: string, path: string, subjects: readonly string[] = []): Violation[] {
  if (subjects.includes(text)) return []
  const violations = checkProse(text, path)
  const word = enumValue.test(text) ? undefined : findComparativeWords(text)[0]
  if (word)
    violations.push({
      path,
      kind: 'undeclared-comparison',
      message: `"${word.text}" compares outside a claim.`,
    })
  return violations
}
