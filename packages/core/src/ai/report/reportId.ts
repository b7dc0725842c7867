import { contentHash } from '../evidence/contentId.ts'
import type { StoredReport } from './storedReport.ts'

/** A report before it has its address. */
export type ReportContent<body = unknown> = Omit<StoredReport<body>, 'id'>

/** Address of a report: `rp_` and the first 80 bits of its hash. */
export function reportId(content: ReportContent): string {
  return `rp_${contentHash(content).slice(0, 20)}`
}

/** Whether a report still is what its id says, down to the choice of a word that no evidence could settle. */
export function isUnchanged(report: StoredReport): boolean {
  const { id, ...content } = report
  return reportId(content) === id
}
