import type * as z from 'zod/mini'
import type { GetBarsOptions, GetQuoteOptions } from '../../client/options.ts'
import type { ClientActions } from '../../client/types.ts'
import type { BarSeries, Quote } from '../../market/index.ts'
import type { EvidenceContent } from '../evidence/evidence.ts'
import type { NewsReader } from '../quarantine/createNewsReader.ts'

/**
 * The parts of the SDK that tools stand on; a client is one. An absent method makes its tools answer that it is not
 * available.
 */
export type ToolSources = {
  getBars?(options: GetBarsOptions): Promise<BarSeries>
  getQuote?(options: GetQuoteOptions): Promise<Quote>
} & Partial<
  Pick<
    ClientActions,
    'getProfile' | 'getFinancials' | 'getEarnings' | 'getCorporateActions' | 'getMarketStatus' | 'getNews'
  >
>

export type ToolContext = {
  sources: ToolSources
  /**
   * Nothing later than this instant may be seen, ms UTC. A run that is about the present may give both as getters of one
   * clock: they are read again after each answer.
   */
  asOf: number
  /** The present, ms UTC: equal to `asOf` in a live run. */
  now: number
  signal: AbortSignal
  timeoutMs: number
  /** Instruments that the run is about, where a tool has no other choice of subjects. */
  universe: readonly string[]
  /** What turns articles into closed values. @default the rule engine, without a language model */
  reader?: NewsReader | undefined
  /** Names by which articles call instruments, by canonical id. */
  names?: Readonly<Record<string, readonly string[]>> | undefined
}

/** What a tool found: evidence about one subject or several, best first, and how to ask for what did not fit. */
export type ToolFinding = {
  evidence: EvidenceContent | readonly EvidenceContent[]
  next?: Readonly<Record<string, unknown>> | undefined
}

/** One thing that the model may look up. */
export type Tool<schema extends z.ZodMiniType = z.ZodMiniType> = {
  name: string
  description: string
  input: schema
  run(input: z.infer<schema>, context: ToolContext): Promise<ToolFinding>
}

/** Keeps a tool's own input type, whatever list it is put in. */
export type AnyTool = {
  name: string
  description: string
  input: z.ZodMiniType
  run(input: unknown, context: ToolContext): Promise<ToolFinding>
}
