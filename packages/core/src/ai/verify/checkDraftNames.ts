import type { Slot } from '../claims/claim.ts'
import { slotPattern } from '../render/renderClaim.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { indexOfWhole } from './indexOfWhole.ts'
import type { Violation } from './violation.ts'

// `fiscal 2025`, `FY25`, `Q3 2025`.
const period = /\b(?:fiscal|FY|[QH][1-4]) ?(?:20)?(\d\d)\b/g

/**
 * Whether a draft names instruments and years where they belong: the instrument that is named before a value, or else behind it, is the value's
 * own, and a year that is named is one of the rows that its values are of, or the next to them where a fiscal year is another.
 */
export function checkDraftNames(
  text: string,
  slots: readonly Slot[],
  subjects: EvidenceIndex['subjects'],
  path: string,
): Violation[] {
  const violations: Violation[] = []
  const places = [...text.matchAll(slotPattern)].filter(([, , date]) => !date)
  const parts = text.replace(/\{\w+\.date\}/g, '•').split(/\{\w+\}/)
  const namedIn = (part: string) =>
    [...subjects].flatMap(([subject, names]) =>
      names.some((name) => name !== '' && indexOfWhole(part, name, 0) >= 0) ? [subject] : [],
    )
  const isBehind = namedIn(parts[0] ?? '').length === 0
  places.forEach(([, name], index) => {
    const slot = slots.find((one) => one.name === name)
    const named = namedIn(parts[index + Number(isBehind)] ?? '')
    const own = slot && [slot.subject, slot.base?.subject ?? slot.subject]
    if (own && named.length > 0 && !named.some((subject) => own.includes(subject)))
      violations.push({ path, kind: 'foreign-subject', detail: `{${name}}` })
  })
  const moments = slots.flatMap(({ asOf, since, base }) => [asOf, since ?? asOf, base?.asOf ?? asOf])
  for (const [said, year] of text.matchAll(period)) {
    const isNear = moments.some((moment) => Math.abs(Number(moment.slice(2, 4)) - Number(year)) <= 1)
    if (moments.length > 0 && !isNear) violations.push({ path, kind: 'undated', detail: said })
  }
  return violations
}
