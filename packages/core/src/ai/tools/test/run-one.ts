import type { Source } from '../../../market/index.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { createEvidenceLedger } from '../../evidence/ledger.ts'
import { analystTools } from '../analystTools.ts'
import { runTool } from '../runTool.ts'
import type { ToolContext, ToolSources } from '../tool.ts'

export const now = Date.UTC(2026, 5, 15, 15)
export const source: Source = { provider: 'fake', fetchedAt: now, delayedMs: 0, attempts: [] }

export type Answer = {
  read: unknown
  evidence: readonly Evidence[]
  /** Values of a metric in the evidence about a subject. */
  values(metric: string, subject?: string): readonly (number | null)[] | undefined
}

/** One tool call over sources, as of the present or of another instant. */
export async function runOne(
  sources: ToolSources,
  name: string,
  input: unknown,
  context: Partial<ToolContext> = {},
): Promise<Answer> {
  const asOf = context.asOf ?? now
  const ledger = createEvidenceLedger(asOf)
  const { content } = await runTool(
    analystTools,
    { name, input },
    {
      ...{ sources, asOf, now, timeoutMs: 5_000, universe: ['equity:AAPL'] },
      signal: new AbortController().signal,
      ...context,
    },
    ledger,
  )
  return {
    read: JSON.parse(content),
    evidence: ledger.list(),
    values: (metric, subject) =>
      ledger
        .list()
        .filter((one) => subject === undefined || one.subject === subject)
        .flatMap(({ metrics }) => metrics.filter((one) => one.name === metric))[0]?.values,
  }
}
