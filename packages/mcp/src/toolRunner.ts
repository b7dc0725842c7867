import {
  analystTools,
  createEvidenceLedger,
  createNewsReader,
  type Evidence,
  runTool,
  type ToolContext,
  type ToolResult,
  type ToolSources,
} from '@starkmatter/core/ai'

export type ToolRunnerOptions = {
  /** Where the answers come from: a client of the core. */
  client: ToolSources
  /** Instruments for tools that are asked about none in particular. */
  watchlist?: readonly string[] | undefined
  /** Answer as of this instant, ms UTC, and nothing later. @default the present of each call */
  asOf?: number | undefined
  /** Deadline of one call, ms. @default 30000 */
  timeoutMs?: number | undefined
}

/** Runs one of the tools by name. Whatever goes wrong is in the answer, but for an abort. */
export type ToolRunner = (
  call: { name: string; input: unknown },
  signal: AbortSignal,
) => Promise<ToolResult & { evidence: readonly Evidence[] }>

/** The core's tools over a client, with its caps, its evidence ids and its quarantine of news. */
export function createToolRunner(options: ToolRunnerOptions): ToolRunner {
  const { client, watchlist = [], asOf, timeoutMs = 30_000 } = options
  const reader = createNewsReader()
  return async (call, signal) => {
    const deadline = AbortSignal.timeout(timeoutMs)
    const context: ToolContext = {
      sources: client,
      ...instants(asOf),
      signal: AbortSignal.any([signal, deadline]),
      timeoutMs,
      universe: watchlist,
      reader,
    }
    try {
      const ledger = createEvidenceLedger(asOf)
      const result = await runTool(analystTools, call, context, ledger)
      return { ...result, evidence: ledger.list() }
    } catch (error) {
      if (!deadline.aborted || signal.aborted) throw error
      const content = JSON.stringify({ error: 'timeout', message: `No answer within ${timeoutMs} ms.` })
      return { content, isError: true, evidenceIds: [], evidence: [] }
    }
  }
}

/** Of a fixed instant, or of the present: then both are the clock's, and an answer that just came in is not ahead. */
function instants(asOf: number | undefined): Pick<ToolContext, 'asOf' | 'now'> {
  if (asOf !== undefined) return { asOf, now: Math.max(asOf, Date.now()) }
  let now = Date.now()
  return {
    get asOf() {
      now = Math.max(now, Date.now())
      return now
    },
    get now() {
      return now
    },
  }
}
