import { UpstreamError } from '@starkmatter/core'
import { type Analyst, type AnalystResult, technicalReport } from '@starkmatter/core/ai'
import { useAnalysis } from '@starkmatter/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import {
  claimOf,
  emptyTechnical,
  honest,
  honestReport,
  lookUpBars,
  makeAnalyst,
  newestEvidence,
  slotOf,
} from '../../../core/src/ai/analyst/test/fixtures.ts'
import { stagedRun } from '../../../react/src/testing/staged-run.ts'
import { AnalysisReport } from './AnalysisReport.tsx'
import { FinishedReport } from './FinishedReport.tsx'

type Script = Parameters<typeof makeAnalyst>[0]

function Written({ script, auto = true }: { script: Script; auto?: boolean }) {
  const [queryClient] = useState(() => new QueryClient())
  const [analyst] = useState(() => makeAnalyst(script).analyst)
  return (
    <QueryClientProvider client={queryClient}>
      <Report analyst={analyst} auto={auto} />
    </QueryClientProvider>
  )
}

function Report({ analyst, auto }: { analyst: Pick<Analyst, 'report'>; auto: boolean }) {
  const analysis = useAnalysis({
    kind: 'technical',
    input: { symbol: 'AAPL' },
    analyst: (input, { signal }) => analyst.report(technicalReport, input, { signal }),
    auto,
  })
  return <AnalysisReport analysis={analysis} title="Technical report" />
}

/** Says several true things, in the order of the schema. */
const thorough: Script = (request, index) => {
  if (index === 0) return lookUpBars
  const bars = newestEvidence(request)
  const close = (id: string) => claimOf(id, 'The shares closed at {a}.', slotOf(bars, 'a', 'close'))
  const volume = claimOf('v', 'The volume was {a}.', slotOf(bars, 'a', 'volume'))
  const high = claimOf('h', 'The high was {a}.', slotOf(bars, 'a', 'high'))
  const low = claimOf('l', 'The low was {a}.', slotOf(bars, 'a', 'low'))
  return { json: { ...honestReport(bars), summary: [close('s')], volume: [volume], levels: [high, low] } }
}

/** Also says what its evidence does not bear out. */
const careless: Script = (request, index) => {
  if (index === 0) return lookUpBars
  const report = honestReport(newestEvidence(request))
  return { json: { ...report, risks: [claimOf('r', 'The shares may fall by 40 percent.')] } }
}

/** Nothing is asked yet. */
export function Idle() {
  return <Written script={honest} auto={false} />
}

export function Complete() {
  return <Written script={thorough} />
}

/** A sentence was not borne out, and is left out. */
export function Partial() {
  return <Written script={careless} />
}

export function Abstained() {
  return <Written script={(_request, index) => (index === 0 ? lookUpBars : { json: emptyTechnical })} />
}

/** Half a report, which goes on for ever. */
export function Running() {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <Unfinished end={() => {}} />
    </QueryClientProvider>
  )
}

/** The model failed after half a report. */
export function Failed() {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <Unfinished end={(run) => run.fail(new UpstreamError('The model answered with HTTP status 529.'))} />
    </QueryClientProvider>
  )
}

function Unfinished({ end }: { end(run: ReturnType<typeof stagedRun>): void }) {
  const analysis = useAnalysis({
    kind: 'technical',
    input: { symbol: 'AAPL' },
    analyst: () => {
      const run = stagedRun()
      const tool = { type: 'tool', input: {} } as const
      run.tell(
        { ...tool, id: '1', name: 'bars', phase: 'started' },
        { ...tool, id: '2', name: 'news_search', phase: 'failed', error: 'UNSUPPORTED' },
        { ...tool, id: '1', name: 'bars', phase: 'finished', evidenceIds: [] },
        { type: 'status', status: 'writing' },
        { type: 'partial', body: { trend: [closed] } },
        { type: 'usage', spent: { usd: 0.018, inputTokens: 5_200, outputTokens: 310, toolCalls: 2 } },
      )
      end(run)
      return run.run
    },
    auto: true,
  })
  return <AnalysisReport analysis={analysis} title="Technical report" />
}

const closed = {
  id: 'c1',
  text: 'The shares closed at {a}.',
  slots: [],
  comparisons: [],
  quotes: [],
  values: [{ name: 'a', value: 190.12, unit: 'USD' }],
  rendered: 'The shares closed at $190.12.',
}

/** Somebody changed the stance of a stored report. */
export function Altered() {
  const [stored, setStored] = useState<AnalystResult<typeof technicalReport>>()
  useEffect(() => {
    const run = makeAnalyst(honest).analyst.report(technicalReport, { symbol: 'AAPL' })
    // Cancelled when it is left.
    run.result.then(setStored, () => {})
    return () => run.cancel()
  }, [])
  const view = stored?.report.body?.view
  if (!stored?.report.body || !view) return null
  const body = { ...stored.report.body, view: { ...view, stance: 'bearish' } }
  return (
    <section className="sm-panel" aria-label="Stored report">
      <FinishedReport report={{ ...stored.report, body }} evidence={stored.evidence} />
    </section>
  )
}
