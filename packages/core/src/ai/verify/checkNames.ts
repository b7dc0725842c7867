import type { Bound } from './checkComparison.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { isInstrument } from './isInstrument.ts'
import type { MetricName } from './metricNames.ts'
import { findMisnamed } from './namedMetrics.ts'
import { findStray, firstOf } from './namedOwners.ts'
import type { Note } from './violation.ts'

/**
 * Whether a sentence calls each value what it is: it names the instruments that it points at, and no others, and instruments and metrics
 * stand where their values do.
 *
 * @param text - The sentence with signs for names and `{}` in the place of each value.
 * @param values - In the order of their places.
 * @param cited - What the claim points at.
 * @param columns - Those of all the evidence that the claim points at.
 * @param about - The instrument that need not be named.
 */
export function checkNames(
  text: string,
  values: readonly Bound[],
  cited: readonly (string | undefined)[],
  columns: readonly MetricName[],
  evidence: EvidenceIndex,
  about: string | undefined,
  note: Note,
): void {
  const parts = ` ${text
    .toLowerCase()
    .replace(/[,;:.!?–—]+(?= )/g, ' ; ')
    .replace(/[^a-z\d/;{}\ue000-\uf8ff]+/g, ' ')} `.split(' {}')
  const named = parts.map((part) => part.replace(/[ -~]+/g, ''))
  const signs = named.join('')
  const signsOf = (subject = '') => evidence.subjects.get(subject) ?? ''
  const own = cited.map(signsOf).join('')
  const strange = [...signs].filter((sign) => !own.includes(sign))
  for (const [subject, its] of evidence.subjects)
    if (
      cited.includes(subject)
        ? // Whoever reads a sentence without a name takes it to be about the instrument at hand, if there is one.
          subject !== about && isInstrument(subject) && firstOf(signs, its) < 0
        : firstOf(strange, its) >= 0
    )
      note('foreign-subject', subject)

  const stray = findStray(parts, named, values, signsOf, about)
  if (stray) note('foreign-subject', `{${stray.slot.name}}`)
  const misnamed = findMisnamed(parts, values, columns, evidence)
  if (misnamed) note('foreign-metric', `{${misnamed.slot.name}} ${misnamed.slot.metric}`)
}
