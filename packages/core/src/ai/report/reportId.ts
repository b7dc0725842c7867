import { addressOf } from '../evidence/contentId.ts'
import type { StoredReport } from './storedReport.ts'

/** A report before it has its address. */
export type ReportContent<body = unknown> = Omit<StoredReport<body>, 'id'>

/** Address of a report: `rp_` and the first 80 bits of its hash. */
export function reportId(content: ReportContent): string {
  return addressOf(content, 'rp')
}
