import type { AnalystEvents, AnalystResult, ReportSchema } from '@starkmatter/core/ai'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { type AnalysisProgress, advance, nothingYet } from '../analysis/analysis-progress.ts'
import { followRun } from '../analysis/follow-run.ts'
import { createFrame } from '../store/frame.ts'

export type AnalysisParameters<schema extends ReportSchema, input> = {
  /** Tells reports on the same input apart: `technical`. Part of the key. */
  kind: string
  /** What the report is about, as plain data: it is part of the key, too. Nothing is asked until it is known. */
  input: input | undefined
  /**
   * Writes the report. In a page that is `fetchReport` of `@starkmatter/core/ai`, so that the model's key stays on a server.
   * When the signal is aborted, or the run has a `cancel` of its own, it ends.
   */
  analyst: (input: input, options: { signal: AbortSignal }) => AnalystEvents<schema>
}

const keyOf = (kind: string, input: unknown) => ['starkmatter', 'analysis', kind, input] as const

/** A report was paid for: it stays this long after its last reader, ms. */
const keptMs = 3_600_000

/**
 * A finished report, and never an unfinished one. It does not grow stale, and is not asked for again by itself: a run costs
 * money. How far a run has come stands beside it, see `analysisProgressQueryOptions`.
 *
 * @example
 * await queryClient.ensureQueryData(analysisQueryOptions({ kind: 'technical', input: { symbol: 'AAPL' }, analyst }))
 */
export function analysisQueryOptions<schema extends ReportSchema, input>({
  kind,
  input,
  analyst,
}: AnalysisParameters<schema, input>) {
  return queryOptions({
    queryKey: keyOf(kind, input),
    queryFn:
      input === undefined
        ? skipToken
        : async ({ client, signal }): Promise<AnalystResult<schema>> => {
            // StrictMode leaves and comes back at once: no run begins, and none is paid, for the first time.
            await Promise.resolve()
            signal.throwIfAborted()
            const { queryKey } = analysisProgressQueryOptions<schema>(kind, input)
            const frame = createFrame()
            let progress: AnalysisProgress<schema> = nothingYet
            const publish = () => {
              if (!signal.aborted) client.setQueryData(queryKey, progress)
            }
            publish()
            const result = await followRun(analyst(input, { signal }), signal, (event) => {
              progress = advance(progress, event)
              frame.request(publish)
            }).finally(publish)
            return result
          },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
    retry: false,
    retryOnMount: false,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}

/** How far the run of a report has come; changes at most once a frame, and asks nothing. */
export function analysisProgressQueryOptions<schema extends ReportSchema>(kind: string, input: unknown) {
  return queryOptions<AnalysisProgress<schema>>({
    queryKey: [...keyOf(kind, input), 'progress'],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}
