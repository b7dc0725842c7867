import { formatDecimal } from '@starkmatter/charts/format'
import type { AnalystStatus, ReportSchema, ToolEvent } from '@starkmatter/core/ai'
import type { UseAnalysisReturnType } from '@starkmatter/react'
import { ErrorNotice } from '../error-notice/ErrorNotice.tsx'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import { SourceBadge } from '../source-badge/SourceBadge.tsx'
import { FinishedReport } from './FinishedReport.tsx'
import { ReportBody } from './ReportBody.tsx'
import { inWords, reportSections } from './report-sections.ts'

export type AnalysisReportProps<schema extends ReportSchema> = {
  /** From `useAnalysis`. */
  analysis: UseAnalysisReturnType<schema>
  /** @default 'Analysis' */
  title?: string | undefined
  /** Says that the report is made up: its model follows a script. Made-up prices are told from the evidence. */
  simulated?: boolean | undefined
  locale?: string | undefined
}

/**
 * A report of the analyst, as it is written and when it is done. A draft is called one; a finished report is verified in the
 * page, says whether it is complete, partial or abstained, what was left out, and that it is no advice.
 */
export function AnalysisReport<schema extends ReportSchema>({
  analysis,
  title = 'Analysis',
  simulated = false,
  locale,
}: AnalysisReportProps<schema>) {
  const { phase, report, evidence, outcome, error, partial, tools, spent } = analysis
  const isMadeUp = simulated || evidence.some((piece) => piece.simulated === true)
  const isRunning = phase === 'running'
  const draft = partial && phase !== 'done' ? reportSections(partial) : []
  const state = stateOf(analysis)
  return (
    <section className={`sm-panel ${isMadeUp ? 'sm-hatched' : ''}`} aria-label={title} aria-busy={isRunning}>
      <header className="sm-panel-head">
        <h2>{title}</h2>
        {isMadeUp && <SourceBadge simulated />}
        <span
          className="sm-report-state"
          data-state={isRunning ? 'running' : (outcome ?? phase)}
          role="status"
        >
          {state}
        </span>
        <span className="sm-panel-end">
          {isRunning ? (
            <button type="button" className="sm-button" onClick={analysis.cancel}>
              Stop
            </button>
          ) : (
            <button type="button" className="sm-button" onClick={analysis.start}>
              {phase === 'idle' ? 'Write report' : report ? 'Write again' : 'Try again'}
            </button>
          )}
        </span>
      </header>
      {phase === 'idle' && (
        <p className="sm-panel-note">
          A language model writes it from looked-up evidence. It names no number itself: each is taken from
          the evidence and verified on this page. A run costs money.
        </p>
      )}
      {error && <ErrorNotice error={error} />}
      {(isRunning || draft.length > 0) && (
        <div className="sm-report-draft">
          <p className="sm-report-verdict">
            <b>DRAFT</b>{' '}
            {isRunning ? 'It is being written and may change.' : 'It was not finished: do not rely on it.'}
          </p>
          {tools.length > 0 && <LookUps tools={tools} />}
          <div className="sm-report-body">
            <ReportBody sections={draft} />
            {isRunning && draft.length === 0 && (
              <>
                <Skeleton width="30%" />
                <Skeleton width="90%" />
                <Skeleton width="70%" />
              </>
            )}
          </div>
        </div>
      )}
      {report && !isRunning && <FinishedReport report={report} evidence={evidence} locale={locale} />}
      {spent && (
        <p className="sm-report-spent">
          {formatDecimal(spent.usd, 3, locale)} USD · {spent.toolCalls}{' '}
          {spent.toolCalls === 1 ? 'look-up' : 'look-ups'} ·{' '}
          {formatDecimal(spent.inputTokens + spent.outputTokens, 0, locale)} tokens
        </p>
      )}
    </section>
  )
}

function LookUps({ tools }: { tools: readonly ToolEvent[] }) {
  return (
    <ul className="sm-report-tools" aria-label="Look-ups">
      {tools.map((tool) => (
        <li key={tool.id} data-phase={tool.phase}>
          {inWords(tool.name)}{' '}
          <small>
            {tool.phase === 'started'
              ? 'looking up'
              : tool.phase === 'finished'
                ? 'found'
                : `failed: ${tool.error}`}
          </small>
        </li>
      ))}
    </ul>
  )
}

const statusTexts: Readonly<Record<AnalystStatus, string>> = {
  checking: 'CHECKING',
  researching: 'LOOKING UP',
  debating: 'DEBATING',
  writing: 'WRITING',
  repairing: 'REPAIRING',
  retrying: 'TRYING AGAIN',
  'old-prices': 'WRITING',
  'not-journaled': 'WRITING',
}

const outcomeTexts = { complete: 'COMPLETE', partial: 'PARTIAL', abstained: 'ABSTAINED' } as const

function stateOf({ phase, status, outcome }: UseAnalysisReturnType<ReportSchema>): string {
  if (phase === 'running') return status ? statusTexts[status] : 'STARTING'
  if (phase === 'failed') return 'FAILED'
  if (phase === 'cancelled') return 'STOPPED'
  return outcome ? outcomeTexts[outcome] : ''
}
