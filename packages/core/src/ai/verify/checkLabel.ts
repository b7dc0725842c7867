import { findComparativeWords } from './checkComparisons.ts'
import { checkProse } from './checkProse.ts'
import { type EvidenceIndex, indexEvidence } from './indexEvidence.ts'
import { isInstrument } from './isInstrument.ts'
import { maskPhrases } from './setPhrases.ts'
import { type Note, violationsAt } from './violation.ts'
import { countsAloud } from './vocabulary.ts'

/** Words in lower case and digits, joined by hyphens: how choices and kinds are written, but for the digits. */
const enumValue = /^[a-z\d]+(?:-[a-z\d]+)*$/

/** Whether a text is written as choices and kinds are, and counts nothing. */
export function isEnumValue(text: string): boolean {
  return enumValue.test(text) && !text.split('-').some((word) => countsAloud.test(word))
}

/**
 * Texts outside of claims: no numbers, and nothing compared where no slot can be checked.
 *
 * @param known - What there is evidence about: its names may stand, and its ids for themselves (`equity:700@XHKG`).
 */
export function checkLabel(text: string, known: EvidenceIndex, note: Note): void {
  if (known.subjects.has(text)) return
  if (isInstrument(text)) return void note('unknown-evidence', text)
  const tokens = known.read(maskPhrases(known.mark(text)))
  const [word] = findComparativeWords(tokens)
  checkProse(tokens, note)
  if (word) note('undeclared-comparison', word.text)
}

/** The same where a text may be the choice of an enum, which its schema answers for: such a word may say anything but a number. */
export function checkChoice(text: string, known: EvidenceIndex, note: Note): void {
  if (!enumValue.test(text)) checkLabel(text, known, note)
  else if (!isEnumValue(text)) note('number-in-prose', text)
}

/** Whether a text stands as a choice wherever it is shown. */
export function isChoice(text: string): boolean {
  return violationsAt('', (note) => checkChoice(text, indexEvidence([]), note)).length === 0
}
