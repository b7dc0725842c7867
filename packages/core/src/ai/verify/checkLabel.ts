import { checkProse } from './checkProse.ts'
import { findComparativeWords } from './comparativeWords.ts'
import { isInstrument } from './isInstrument.ts'
import type { Violation } from './violation.ts'

const enumValue = /^[a-z]+(?:-[a-z]+)*$/

/**
 * Headings and enum values: no numbers, and nothing compared where no slot can be checked.
 *
 * @param subjects - Instruments with evidence: their ids may stand for themselves (`equity:700@XHKG`), and no others.
 */
export function checkLabel(text: string, path: string, subjects: readonly string[] = []): Violation[] {
  if (subjects.includes(text)) return []
  if (isInstrument(text))
    return [{ path, kind: 'wrong-subject', message: `There is no evidence about ${text}.` }]
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
