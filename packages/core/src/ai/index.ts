export type { AnalystEvent, AnalystResult, AnalystStatus, ToolEvent } from './analyst/analystEvent.ts'
export type { AnalystOptions, Position, ReportInput, RunOptions } from './analyst/analystOptions.ts'
export { type Analyst, createAnalyst } from './analyst/createAnalyst.ts'
export type { AnalystRun } from './analyst/createRun.ts'
export {
  type Budget,
  type BudgetLimits,
  budgetTooSmall,
  costOf,
  createBudget,
  type Reservation,
  type Spent,
} from './budget/createBudget.ts'
export { memoryResponseCache, type ResponseCache } from './cache/responseCache.ts'
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
export type { EvidenceLookup, ResolutionProblem } from './claims/computeSlot.ts'
export { type Resolution, resolveSlot } from './claims/resolveSlot.ts'
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
export { callsOf, probabilityUp } from './journal/callsOf.ts'
export { type Journal, type JournalEntry, memoryJournal } from './journal/journal.ts'
export {
  type CalibrationRow,
  type Score,
  type Scoreboard,
  type ScoredCall,
  type ScoreOptions,
  scoreCalls,
} from './journal/scoreCalls.ts'
export { estimateTokens } from './llm/estimateTokens.ts'
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
  PriceUse,
} from './llm/port.ts'
export {
  type Script,
  type ScriptedAnswer,
  type ScriptedFault,
  type ScriptedModel,
  type ScriptedOptions,
  scripted,
} from './llm/scripted.ts'
export { mapLimited } from './mapLimited.ts'
export { createJsonReader, type JsonReader } from './partial/createJsonReader.ts'
export {
  createPartialReader,
  type PartialReader,
  type PartialReaderOptions,
} from './partial/createPartialReader.ts'
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
export {
  type Rendered,
  type RenderedReport,
  type RenderOptions,
  renderReport,
} from './render/renderReport.ts'
export { type Disclaimer, disclaimer } from './report/disclaimer.ts'
export { type ReportContent, reportId } from './report/reportId.ts'
export type { MissingPart, StoredReport } from './report/storedReport.ts'
export { answerReport } from './schemas/answerReport.ts'
export { claimSchema } from './schemas/claimSchema.ts'
export { comparisonReport } from './schemas/comparisonReport.ts'
export { earningsPreview } from './schemas/earningsPreview.ts'
export { fundamentalReport } from './schemas/fundamentalReport.ts'
export { newsAndSentimentReport } from './schemas/newsAndSentimentReport.ts'
export { portfolioReview } from './schemas/portfolioReview.ts'
export type { DeepPartial, PartialBody, ReportBody, ReportSchema, Resolved } from './schemas/reportSchema.ts'
export { technicalReport } from './schemas/technicalReport.ts'
export { toOutputSchema } from './schemas/toOutputSchema.ts'
export { toSentSchema } from './schemas/toSentSchema.ts'
export { type View, viewSchema } from './schemas/viewSchema.ts'
export { analystTools } from './tools/analystTools.ts'
export { calendarTool } from './tools/calendarTool.ts'
export { fundamentalsTool } from './tools/fundamentalsTool.ts'
export { newsSearchTool, sentimentSummaryTool } from './tools/newsTools.ts'
export { maxResultTokens } from './tools/packResult.ts'
export { barsTool, indicatorTool, quoteTool } from './tools/priceTools.ts'
export { runTool, type ToolResult } from './tools/runTool.ts'
export { screenTool } from './tools/screenTool.ts'
export type { AnyTool, Tool, ToolContext, ToolFinding, ToolSources } from './tools/tool.ts'
export { draftWording } from './verify/draftWording.ts'
export { explainViolation } from './verify/explainViolation.ts'
export { resolveClaim } from './verify/resolveClaim.ts'
export { type Verification, type VerificationOptions, verifyReport } from './verify/verifyReport.ts'
export type { Violation, ViolationKind } from './verify/violation.ts'
export type { Wording } from './verify/wording.ts'
export { type DecodeEventsOptions, decodeEvents } from './wire/decodeEvents.ts'
export { type AnalystEvents, type EncodeEventsOptions, encodeEvents } from './wire/encodeEvents.ts'
export { type FetchReportOptions, fetchReport } from './wire/fetchReport.ts'
