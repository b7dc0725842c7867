import type {
  AnalystStatus,
  Evidence,
  PartialBody,
  ReportBody,
  ReportSchema,
  Spent,
  StoredReport,
  ToolEvent,
} from '@starkmatter/core/ai'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { nothingYet } from '../analysis/analysis-progress.ts'
import {
  type AnalysisParameters,
  analysisProgressQueryOptions,
  analysisQueryOptions,
} from '../query/analysis.ts'

export type UseAnalysisParameters<schema extends ReportSchema, input> = AnalysisParameters<schema, input> & {
  /** Starts by itself where there is no finished report. A run costs money, so it waits for `start` otherwise. @default false */
  auto?: boolean | undefined
}

export type UseAnalysisReturnType<schema extends ReportSchema> = {
  /** `cancelled` and `failed` runs leave what was known of the report in `partial`. */
  phase: 'idle' | 'running' | 'done' | 'failed' | 'cancelled'
  /** What the analyst is doing, while it runs. */
  status: AnalystStatus | null
  /** The report as far as it is known. Never the final one, which makes it `undefined`. */
  partial: PartialBody<schema> | undefined
  tools: readonly ToolEvent[]
  spent: Spent | null
  /** The finished report: the last one while a new one is being written. */
  report: StoredReport<ReportBody<schema>> | null
  /** What `report` stands on: verify and render it with this. */
  evidence: readonly Evidence[]
  /** How the finished report ended. */
  outcome: StoredReport['status'] | null
  error: Error | null
  /** Begins a run, also where there is a report. One that runs goes on. */
  start(): void
  /** Ends the run. What it spent stays spent. */
  cancel(): void
}

/**
 * An analyst's report on its way: begun, watched and cancelled, at most one change a frame. The run ends when the last
 * component that watches it leaves, and when the input changes; a finished report stays in the cache under its kind and
 * input.
 *
 * @example
 * import { fetchReport, type technicalReport } from '@starkmatter/core/ai'
 *
 * const { partial, report, phase, start, cancel } = useAnalysis({
 *   kind: 'technical',
 *   input: { symbol: 'AAPL' },
 *   analyst: (input, { signal }) => fetchReport<typeof technicalReport>('/reports/technical', { input, signal }),
 * })
 * phase // 'idle'
 */
export function useAnalysis<schema extends ReportSchema, input>({
  auto = false,
  ...parameters
}: UseAnalysisParameters<schema, input>): UseAnalysisReturnType<schema> {
  const { kind, input } = parameters
  const queryClient = useQueryClient()
  const options = analysisQueryOptions(parameters)
  const { data, error, isFetching, refetch } = useQuery({ ...options, enabled: auto && input !== undefined })
  const { data: progress = nothingYet } = useQuery(analysisProgressQueryOptions<schema>(kind, input))
  // Which one was cancelled: another input begins anew.
  const [cancelled, setCancelled] = useState<string | null>(null)
  const key = JSON.stringify(options.queryKey)

  const phase = isFetching
    ? 'running'
    : error
      ? 'failed'
      : data
        ? 'done'
        : cancelled === key
          ? 'cancelled'
          : 'idle'
  const shown = phase === 'idle' ? nothingYet : progress
  return {
    phase,
    status: phase === 'running' ? shown.status : null,
    partial: phase === 'done' ? undefined : shown.partial,
    tools: shown.tools,
    spent: phase === 'done' && data ? data.spent : shown.spent,
    report: data?.report ?? null,
    evidence: data?.evidence ?? nothing,
    outcome: data?.report.status ?? null,
    error,
    start() {
      if (input === undefined) return
      setCancelled(null)
      void refetch({ cancelRefetch: false })
    },
    cancel() {
      setCancelled(key)
      void queryClient.cancelQueries({ queryKey: options.queryKey, exact: true })
    },
  }
}

const nothing: readonly Evidence[] = []
