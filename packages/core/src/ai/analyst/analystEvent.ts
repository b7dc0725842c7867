import type { Spent } from '../budget/createBudget.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { StoredReport } from '../report/storedReport.ts'
import type { PartialBody, ReportBody, ReportSchema } from '../schemas/reportSchema.ts'

export const analystStatuses = [
  'checking',
  'researching',
  'debating',
  'writing',
  'repairing',
  'retrying',
  /** The price list that money is counted by is over half a year old: compare it with the vendor's. */
  'old-prices',
  /** The journal could not take the report's views down; the report stands. */
  'not-journaled',
] as const

/** What a run is doing. */
export type AnalystStatus = (typeof analystStatuses)[number]

export const resetReasons = ['tools', 'repair', 'retry', 'debate'] as const

/** One look-up of the model. `input` is what it asked for. */
export type ToolEvent = { type: 'tool'; id: string; name: string; input: unknown } & (
  | { phase: 'started' }
  | { phase: 'finished'; evidenceIds: readonly string[] }
  | {
      phase: 'failed'
      error: string
      /** What is wrong and what to do, where more is known than its kind. */
      message?: string | undefined
    }
)

/** What a run tells on its way. Plain data: fit for NDJSON, server-sent events and sockets. */
export type AnalystEvent<schema extends ReportSchema = ReportSchema> =
  | { type: 'status'; status: AnalystStatus }
  | ToolEvent
  /** The report as far as it is known. Only gains members until the next `reset`. Never a final report. */
  | { type: 'partial'; body: PartialBody<schema> }
  /** What was shown of the report is void; it starts anew. */
  | { type: 'reset'; reason: (typeof resetReasons)[number] }
  /** Spent so far, all calls together. */
  | { type: 'usage'; spent: Spent }
  | ({ type: 'final' } & AnalystResult<schema>)

export type AnalystResult<schema extends ReportSchema = ReportSchema> = {
  report: StoredReport<ReportBody<schema>>
  /** Everything that the run looked up: store it beside the report to verify it later. */
  evidence: readonly Evidence[]
  /** What this run cost. Nothing when another run paid. */
  spent: Spent
  /** Whether another run paid: an earlier one, by way of the cache, or one that asked the same at the same time. */
  fromCache: boolean
}
