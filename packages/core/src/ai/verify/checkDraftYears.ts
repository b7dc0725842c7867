import type { Slot } from '../claims/claim.ts'
import type { Violation } from './violation.ts'

// `fiscal 2025`, `FY25`, `Q3 2025`.
const period = /\b(?:fiscal|FY|[QH][1-4]) ?(?:20)?(\d\d)\b/g

/** Whether each year that a draft names is one of the rows that its values are of, or the next to them where a fiscal year is another. */
export function checkDraftYears(text: string, slots: readonly Slot[], path: string): Violation[] {
  const moments = slots.flatMap(({ asOf, since, base }) => [asOf, since ?? asOf, base?.asOf ?? asOf])
  return [...text.matchAll(period)].flatMap(([said, year]): Violation[] => {
    const isNear = moments.some((moment) => Math.abs(Number(moment.slice(2, 4)) - Number(year)) <= 1)
    return moments.length > 0 && !isNear ? [{ path, kind: 'undated', detail: said }] : []
  })
}
