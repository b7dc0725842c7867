import type { EarningsReport } from '../../market/index.ts'
import type { EvidenceMetric } from '../evidence/evidence.ts'
import { isLive, wasPublic } from './isLive.ts'
import type { ToolContext } from './tool.ts'

/** Reports that were out, by the day of the report; where a live source does not tell it, by the end of the period. */
export function reportsByDate(
  reports: readonly EarningsReport[],
  context: ToolContext,
): (readonly [date: string, report: EarningsReport])[] {
  const byDate = new Map<string, EarningsReport>()
  for (const report of reports) {
    const date = report.date ?? (isLive(context) ? report.period : null)
    if (date !== null && wasPublic(date, context)) byDate.set(date, report)
  }
  return [...byDate].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Whether a day, `YYYY-MM-DD`, is not over. */
export function isAhead(date: string | null, { asOf }: ToolContext): boolean {
  return date !== null && Date.parse(date) + 86_400_000 > asOf
}

/** A column of one day, or none. */
export function dateColumn(name: string, date: string | null | undefined): EvidenceMetric[] {
  const value = date ? Date.parse(date) : Number.NaN
  return Number.isNaN(value) ? [] : [{ name, unit: 'date', values: [value] }]
}
