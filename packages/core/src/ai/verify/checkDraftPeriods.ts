import type { Slot } from '../claims/claim.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import type { Violation } from './violation.ts'

// `fiscal 2025`, `FY25`, `Q3 2025`.
const fiscal = /\b(?:fiscal|FY|[QH][1-4]) ?(?:20)?(\d\d)\b/g
// `year over year`, `month-on-month`.
const change = /\b(year|quarter|month|week)[- ]o(?:ver|n)[- ]\1\b/gi
// `the prior session`, `the previous fiscal year`, `from a year ago`.
const earlier =
  /\b(?:prior|previous|preceding) (?:fiscal |financial |trading )?(session|day|week|month|quarter|year)\b|\b(?:against|from|than|versus|with) (?:a|the) (session|day|week|month|quarter|year) (?:ago|before|earlier)\b/gi
// `quarterly revenue`, `annual net income`.
const regular = /\b(annual|yearly|quarterly|monthly|weekly|daily) ([a-z]+)/gi

const dayMs = 86_400_000
const days: Readonly<Record<string, number>> = {
  ...{ year: 365, annual: 365, yearly: 365, quarter: 91, quarterly: 91 },
  ...{ month: 30, monthly: 30, week: 7, weekly: 7, daily: 1, day: 1, session: 1 },
}

/**
 * Whether the periods that a draft names are those of its values: a fiscal year is that of a row, or next to it where a fiscal year is another;
 * a change is said over the span between its two rows; and a metric is called quarterly only where rows are a quarter apart. What evidence
 * does not tell, as it has one row, is let stand.
 */
export function checkDraftPeriods(
  text: string,
  slots: readonly Slot[],
  evidence: EvidenceIndex,
  path: string,
): Violation[] {
  const moments = slots.flatMap(({ asOf, since, base }) => [asOf, since ?? asOf, base?.asOf ?? asOf])
  const isOfRow = (year: string) =>
    moments.some((moment) => Math.abs(Number(moment.slice(2, 4)) - Number(year)) <= 1)
  const said = [
    ...[...text.matchAll(fiscal)].filter(([, year = '']) => moments.length > 0 && !isOfRow(year)),
    ...[...text.matchAll(change)].filter(([, period]) => contradicts(spansOf(slots), period)),
    ...[...text.matchAll(earlier)].filter(([, before, after]) =>
      contradicts(spansOf(slots), before ?? after),
    ),
    ...[...text.matchAll(regular)].filter(([, period, word = '']) =>
      contradicts(
        slots
          .filter(
            ({ op, metric }) =>
              /value|diff/i.test(op) && evidence.nameOf(metric).shareIn(` ${word.toLowerCase()} `) > 0,
          )
          .flatMap(({ ref }) => paceOf(evidence.get(ref)?.asOf ?? [])),
        period,
      ),
    ),
  ]
  return said.map(([detail]) => ({ path, kind: 'undated', detail }))
}

/** Whether spans are known, in days, and none is as long as what a word says, give or take what months and holidays differ by: from one session to the next it may be five days. */
function contradicts(spans: readonly number[], period = ''): boolean {
  const length = days[period.toLowerCase()] ?? 0
  return spans.length > 0 && spans.every((span) => span < length / 1.5 || span > Math.max(length * 1.5, 5))
}

/** How far apart the rows are that a sentence sets against each other, in days. */
function spansOf(slots: readonly Slot[]): number[] {
  return slots.flatMap(({ metric, asOf, base }, index) =>
    [base, ...slots.slice(index + 1).filter((other) => other.metric === metric)].flatMap((other) => {
      const span = other ? Math.abs(Date.parse(asOf) - Date.parse(other.asOf)) / dayMs : 0
      return span > 0 ? [span] : []
    }),
  )
}

/** How far apart rows are in the middle of all, in days; nothing where there is one. */
function paceOf(rows: readonly string[]): number[] {
  const gaps = rows
    .slice(1)
    .map((row, index) => (Date.parse(row) - Date.parse(rows[index] ?? row)) / dayMs)
    .sort((a, b) => a - b)
  return gaps.slice(gaps.length >> 1, (gaps.length >> 1) + 1)
}
