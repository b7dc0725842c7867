export {
  type Budget,
  type BudgetLimits,
  budgetTooSmall,
  costOf,
  createBudget,
  type Reservation,
  type Spent,
} from './budget/createBudget.ts'
export type {
  Claim,
  Comparison,
  QuoteReference,
  Reference,
  Relation,
  ResolvedClaim,
  Slot,
  SlotOperation,
  SlotValue,
} from './claims/claim.ts'
export {
  type EvidenceLookup,
  type Resolution,
  type ResolutionProblem,
  resolveSlot,
} from './claims/resolveSlot.ts'
export { contentHash, evidenceId, isIntact } from './evidence/contentId.ts'
export type {
  Evidence,
  EvidenceArticle,
  EvidenceContent,
  EvidenceMetric,
  EvidenceQuote,
  Unit,
} from './evidence/evidence.ts'
export { createEvidenceLedger, type EvidenceLedger } from './evidence/ledger.ts'
export type {
  JsonSchema,
  LlmBatchResult,
  LlmBlock,
  LlmCallOptions,
  LlmMessage,
  LlmPort,
  LlmPrice,
  LlmRequest,
  LlmResponse,
  LlmStop,
  LlmStreamEvent,
  LlmTool,
  LlmUsage,
  ModelRole,
} from './llm/port.ts'
export {
  type Script,
  type ScriptedAnswer,
  type ScriptedFault,
  type ScriptedModel,
  type ScriptedOptions,
  scripted,
} from './llm/scripted.ts'
export { createJsonReader, type JsonReader } from './partial/createJsonReader.ts'
export { articleText } from './quarantine/articleText.ts'
export {
  createNewsReader,
  type NewsReader,
  type NewsReaderOptions,
  type ReadArticle,
  type ReadingCache,
} from './quarantine/createNewsReader.ts'
export type { KnownInstrument } from './quarantine/linkInstruments.ts'
export {
  type EventKind,
  eventKinds,
  type Materiality,
  materialities,
  type Reading,
  type Span,
  type Stance,
  stances,
} from './quarantine/reading.ts'
export { formatMoment, formatValue } from './render/formatValue.ts'
export { renderClaim } from './render/renderClaim.ts'
export { type Disclaimer, disclaimer } from './report/disclaimer.ts'
export type { MissingPart, StoredReport } from './report/storedReport.ts'
export { analystTools } from './tools/analystTools.ts'
export { calendarTool } from './tools/calendarTool.ts'
export { fundamentalsTool } from './tools/fundamentalsTool.ts'
export { newsSearchTool, sentimentSummaryTool } from './tools/newsTools.ts'
export { estimateTokens, maxResultTokens } from './tools/packResult.ts'
export { barsTool, indicatorTool, quoteTool } from './tools/priceTools.ts'
export { runTool, type ToolResult } from './tools/runTool.ts'
export { screenTool } from './tools/screenTool.ts'
export type { AnyTool, Tool, ToolContext, ToolFinding, ToolSources } from './tools/tool.ts'
export { resolveClaim } from './verify/resolveClaim.ts'
export { type Verification, verifyReport } from './verify/verifyReport.ts'
export type { Violation, ViolationKind } from './verify/violation.ts'
