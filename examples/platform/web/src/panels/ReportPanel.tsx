import { AnalysisReport } from '@starkmatter/components/analysis-report'
import { fetchReport, type technicalReport } from '@starkmatter/core/ai'
import { useAnalysis } from '@starkmatter/react'
import { session } from '../account/useSession.ts'
import { useAnalyst } from '../server/useAnalyst.ts'

/** The analyst's report on a symbol; where the server has no analyst, what to set. */
export function ReportPanel({ symbol }: { symbol: string }) {
  const analyst = useAnalyst()
  const analysis = useAnalysis({
    kind: 'technical',
    input: { symbol },
    analyst: (input, { signal }) =>
      fetchReport<typeof technicalReport>('/reports/technical', { input, signal, fetch: session.fetch }),
  })
  if (analyst === undefined) return null
  if (analyst.isAvailable) return <AnalysisReport analysis={analysis} title="Technical report" />
  return (
    <section className="sm-panel" aria-label="Technical report">
      <header className="sm-panel-head">
        <h2>Technical report</h2>
      </header>
      <p className="sm-panel-note">{analyst.reason}</p>
    </section>
  )
}
