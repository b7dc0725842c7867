import type { Bound } from './checkComparison.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { isInstrument } from './isInstrument.ts'
import { findMisnamed } from './namedMetrics.ts'
import { findStray } from './namedOwners.ts'
import type { ViolationKind } from './violation.ts'

/**
 * Whether a sentence calls each value what it is: it names the instruments that it points at, and no others, and instruments and metrics
 * stand where their values do.
 *
 * @param text - The sentence with signs for names and `{}` in the place of each value.
 * @param values - In the order of their places.
 * @param cited - What the claim points at.
 * @param columns - Names of all metrics that the evidence has which it points at.
 * @param about - The instrument that need not be named.
 */
export function checkNames(
  text: string,
  values: readonly Bound[],
  cited: readonly string[],
  columns: readonly string[],
  evidence: EvidenceIndex,
  about: string | undefined,
  note: (kind: ViolationKind, detail: string) => void,
): void {
  const signsOf = (subject = '') => `[${evidence.subjects.get(subject) ?? ''}]`
  // Whoever reads a sentence without a name takes it to be about the instrument at hand, if there is one.
  for (const subject of cited)
    if (subject !== about && isInstrument(subject) && text.search(signsOf(subject)) < 0)
      note('foreign-subject', subject)
  const strange = text.replace(new RegExp(cited.map(signsOf).join('|'), 'g'), '')
  for (const subject of evidence.subjects.keys())
    if (strange.search(signsOf(subject)) >= 0) note('foreign-subject', subject)

  const parts = ` ${text
    .toLowerCase()
    .replace(/[,;:.!?–—]+(?= )/g, ' ; ')
    .replace(/[^a-z\d/;\p{Co}{}]+/gu, ' ')} `
    // `Against Microsoft's, Apple's revenue is {x}` names first what is measured against.
    .replace(/^( (?:against|relative|measured|compared) [^;{]+);(.+)/, '$2$1')
    .split(' {}')
  const stray = findStray(parts, values, signsOf, about)
  if (stray) note('foreign-subject', `{${stray.slot.name}}`)
  const misnamed = findMisnamed(parts, values, columns)
  if (misnamed) note('foreign-metric', `{${misnamed.slot.name}} ${misnamed.slot.metric}`)
}
