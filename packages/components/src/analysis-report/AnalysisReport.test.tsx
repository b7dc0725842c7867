import { QuotaExhaustedError } from '@starkmatter/core'
import { technicalReport } from '@starkmatter/core/ai'
import { useAnalysis } from '@starkmatter/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { honest, makeAnalyst } from '../../../core/src/ai/analyst/test/fixtures.ts'
import { stagedRun } from '../../../react/src/testing/staged-run.ts'
import { AnalysisReport } from './AnalysisReport.tsx'
import { FinishedReport } from './FinishedReport.tsx'

// A hang, not a slow machine, is what it is there to catch.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

type StagedRun = ReturnType<typeof stagedRun>

function Report({ staged }: { staged: StagedRun }) {
  const analysis = useAnalysis({ kind: 'technical', input: { symbol: 'AAPL' }, analyst: () => staged.run })
  return <AnalysisReport analysis={analysis} title="Technical report" locale="en" />
}

function showStaged(): StagedRun {
  const staged = stagedRun()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Report staged={staged} />
    </QueryClientProvider>,
  )
  return staged
}

async function written() {
  const run = makeAnalyst(honest).analyst.report(technicalReport, { symbol: 'AAPL' })
  return run.result
}

test('a report is written when its button is pressed, called a draft meanwhile, and stopped by another', async () => {
  const staged = showStaged()
  fireEvent.click(screen.getByRole('button', { name: 'Write report' }))
  await screen.findByText('STARTING')
  expect(screen.getByRole('region', { name: 'Technical report' }).getAttribute('aria-busy')).toBe('true')
  act(() =>
    staged.tell(
      { type: 'status', status: 'writing' },
      { type: 'partial', body: { view: { stance: 'bullish' } } },
    ),
  )
  await screen.findByText('Bullish')
  screen.getByText('DRAFT')
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
  await screen.findByText('STOPPED')
  expect(staged.isCancelled).toBe(true)
  screen.getByText('It was not finished: do not rely on it.')
  screen.getByRole('button', { name: 'Try again' })
})

test('a finished report is verified in the page, and says when and that it is no advice', async () => {
  const staged = showStaged()
  const result = await written()
  fireEvent.click(screen.getByRole('button', { name: 'Write report' }))
  act(() => staged.tell({ type: 'final', ...result }))
  await screen.findByText('COMPLETE')
  screen.getByText('VERIFIED')
  screen.getByText('SIMULATED')
  expect(screen.getAllByText(/^The shares closed at \$\d+/)).toHaveLength(2)
  screen.getByText(/^As of Jun 15, 2026.*not investment advice/)
  expect(screen.queryByText('DRAFT')).toBeNull()
})

test('an error is told, and a run that costs money is never begun again by itself', async () => {
  const staged = showStaged()
  fireEvent.click(screen.getByRole('button', { name: 'Write report' }))
  act(() => staged.fail(new QuotaExhaustedError('The budget holds no call.', { provider: 'analyst' })))
  await screen.findByText('FAILED')
  screen.getByText('The budget holds no call.')
  screen.getByRole('button', { name: 'Try again' })
})

test('a sentence whose number was changed is left out, and the report is said not to verify', async () => {
  const { report, evidence } = await written()
  const [claim] = report.body?.trend ?? []
  if (!claim || !report.body) throw new Error('The report has no trend.')
  const values = claim.values.map((one) => ({ ...one, value: one.value + 1 }))
  const slots = claim.slots.map((slot) => ({ ...slot, metric: 'open' }))
  const altered = { ...claim, slots, values, rendered: 'The shares closed at $999.' }
  render(
    <FinishedReport report={{ ...report, body: { ...report.body, trend: [altered] } }} evidence={evidence} />,
  )
  expect(screen.getByRole('alert').textContent).toContain('DOES NOT VERIFY')
  expect(document.body.textContent).not.toContain('$999')
  expect(screen.getAllByText(/^The shares closed at/)).toHaveLength(1)
})

test('a report that its evidence is missing of shows none of its statements', async () => {
  const { report } = await written()
  render(<FinishedReport report={report} evidence={[]} />)
  expect(screen.getByRole('alert').textContent).toContain('DOES NOT VERIFY')
  expect(screen.queryByText(/^The shares closed at/)).toBeNull()
})

test('the figures are written in the reader’s own digits', async () => {
  const { report, evidence } = await written()
  render(<FinishedReport report={report} evidence={evidence} locale="de" />)
  expect(screen.getAllByText(/^The shares closed at \d+,\d\d.\$/)).toHaveLength(2)
})
