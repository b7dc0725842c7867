import { checkProse } from './checkProse.ts'
import { findComparativeWords } from './comparativeWords.ts'
import { isInstrument } from './isInstrument.ts'
import type { Violation } from './violation.ts'

/** Words in lower case, joined by hyphens: how choices and kinds are written. */
export const enumValue = /^[a-z]+(?:-[a-z]+)*$/

/** Ids of the instruments that there is evidence about. */
type Subjects = Pick<ReadonlySet<string>, 'has'>

/**
 * Texts outside of claims: no numbers, and nothing compared where no slot can be checked.
 *
 * @param subjects - Their ids may stand for themselves (`equity:700@XHKG`), and no others.
 */
export function checkLabel(text: string, path: string, subjects: Subjects): Violation[] {
  if (subjects.has(text)) return []
  if (isInstrument(text))
    return [{ path, kind: 'wrong-subject', message: `There is no evidence about ${text}.` }]
  const [word] = findComparativeWords(text)
  const violations = checkProse(text, path)
  if (word)
    violations.push({
      path,
      kind: 'undeclared-comparison',
      message: `"${word.text}" compares outside a claim.`,
    })
  return violations
}

/** The same where a text may be the choice of an enum, which its schema answers for: such a word may be comparative. */
export function checkChoice(text: string, path: string, subjects: Subjects = new Set()): Violation[] {
  return enumValue.test(text) ? checkProse(text, path) : checkLabel(text, path, subjects)
}
