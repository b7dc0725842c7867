import type { TimeInput } from '../../client/options.ts'
import type { ClientActions } from '../../client/types.ts'
import type { Clock } from '../../http/clock.ts'
import type { InstrumentInput } from '../../market/index.ts'
import type { SentimentAnalyzer } from '../../sentiment/index.ts'
import type { BudgetLimits } from '../budget/createBudget.ts'
import type { ResponseCache } from '../cache/responseCache.ts'
import type { Journal } from '../journal/journal.ts'
import type { LlmPort } from '../llm/port.ts'
import type { AnyTool, ToolSources } from '../tools/tool.ts'

export type AnalystOptions = {
  llm: LlmPort
  /** Where prices, statements and calendars come from. */
  client: ToolSources
  /** Where news come from. @default `client`, where it has news */
  news?: Pick<ClientActions, 'getNews'> | undefined
  /** Reads the tone of news. @default the rule engine */
  sentiment?: SentimentAnalyzer | undefined
  /**
   * Who turns articles into closed values: the `fast` model, without tools and one article at a time, or the rule engine.
   * @default 'model'
   */
  readNewsWith?: 'model' | 'rules' | undefined
  /** Nothing known later than this is used: an instant, or a function that tells it at each run. @default the present */
  asOf?: TimeInput | (() => TimeInput) | undefined
  /** Of each run. @default { usd: 0.5, inputTokens: 250_000, outputTokens: 24_000, toolCalls: 24 } */
  budget?: BudgetLimits | undefined
  /**
   * Makes a second run with the same question, time and models free, and at once with the first one a share in it.
   * @default none
   */
  cache?: ResponseCache | undefined
  /** Takes the views of reports down, to score them later. @default none */
  journal?: Journal | undefined
  /** What the model may look up. @default all eight */
  tools?: readonly AnyTool[] | undefined
  /** Whose digits and signs the reports are written with, BCP 47. @default 'en' */
  locale?: string | undefined
  clock?: Clock | undefined
}

/** One holding of a portfolio. */
export type Position = {
  symbol: InstrumentInput
  quantity: number
  /** Average price paid, in the instrument's own currency. */
  averageCost?: number | undefined
}

/** What a report is about. Give `symbol`, `symbols` or `positions`. */
export type ReportInput = {
  symbol?: InstrumentInput | undefined
  symbols?: readonly InstrumentInput[] | undefined
  positions?: readonly Position[] | undefined
  /** What the reader wants to know in particular. */
  question?: string | undefined
}

export type RunOptions = {
  signal?: AbortSignal | undefined
  /** The whole run's deadline: what was verified by then is given as a partial report. @default 120_000 */
  timeoutMs?: number | undefined
  /** Lets a bull and a bear argue from the same evidence, inside the same budget, before the report is written. @default false */
  debate?: boolean | undefined
  /** Instead of the analyst's own. */
  asOf?: TimeInput | undefined
  budget?: BudgetLimits | undefined
  locale?: string | undefined
}
