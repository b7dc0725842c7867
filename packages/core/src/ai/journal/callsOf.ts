import * as z from 'zod/mini'
import { contentHash } from '../evidence/contentId.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { type View, viewSchema } from '../schemas/viewSchema.ts'
import type { JournalEntry } from './journal.ts'

const strength: Record<View['conviction'], number> = { slight: 0.05, moderate: 0.15, strong: 0.25 }

/**
 * How likely a view makes a higher price: one half for neutral, up to three quarters for strong.
 *
 * @example
 * probabilityUp({ stance: 'bearish', conviction: 'moderate' }) // 0.35
 */
export function probabilityUp({ stance, conviction }: Pick<View, 'stance' | 'conviction'>): number {
  if (stance === 'neutral') return 0.5
  return stance === 'bullish' ? 0.5 + strength[conviction] : 0.5 - strength[conviction]
}

const viewOnly = z.pick(viewSchema, { subject: true, stance: true, conviction: true, horizon: true })

/** The directional calls in a report, wherever they stand in its body. */
export function callsOf(report: StoredReport, model: string): JournalEntry[] {
  const entries: JournalEntry[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const view = z.safeParse(viewOnly, value)
    if (view.success && isAbout(report, view.data.subject)) {
      const call = {
        kind: report.kind,
        ...view.data,
        probabilityUp: probabilityUp(view.data),
        asOf: report.asOf,
        model,
      }
      entries.push({ id: contentHash(call), ...call })
    }
    for (const member of Object.values(value)) visit(member)
  }
  visit(report.body)
  return entries
}

/** A free question may be about no instrument in particular: then its views may be about any. */
function isAbout({ subjects }: StoredReport, subject: string): boolean {
  return subjects.length === 0 || subjects.includes(subject)
}
