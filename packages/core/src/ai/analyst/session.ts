import type { Clock } from '../../http/clock.ts'
import type { Deadline } from '../../http/deadline.ts'
import type { Budget } from '../budget/createBudget.ts'
import type { EvidenceLedger } from '../evidence/ledger.ts'
import type { LlmPort } from '../llm/port.ts'
import type { MissingPart } from '../report/storedReport.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import type { AnyTool, ToolContext } from '../tools/tool.ts'
import type { AnalystEvent } from './analystEvent.ts'

/** Everything that one run works with. */
export type Session<schema extends ReportSchema = ReportSchema> = {
  schema: schema
  kind: string
  llm: LlmPort
  clock: Clock
  deadline: Deadline
  /** From here on nothing new is looked up, so that there is time to write. ms UTC. */
  writeAt: number
  budget: Budget
  /** The longest report that this budget is laid out for. */
  reportTokens: number
  ledger: EvidenceLedger
  tools: readonly AnyTool[]
  toolContext: ToolContext
  subjects: readonly string[]
  locale: string
  /** ISO 8601. */
  asOf: string
  emit(event: AnalystEvent<schema>): void
  /** Set once a limit kept the run from what it wanted: the report is then partial. */
  limitedBy: MissingPart['reason'] | undefined
}
