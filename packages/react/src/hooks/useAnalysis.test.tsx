import { RateLimitError } from '@starkmatter/core'
import {
  type AnalystEvents,
  type Claim,
  decodeEvents,
  encodeEvents,
  renderReport,
  technicalReport,
  verifyReport,
} from '@starkmatter/core/ai'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { honest, makeAnalyst } from '../../../core/src/ai/analyst/test/fixtures.ts'
import { analysisQueryOptions } from '../query/analysis.ts'
import { abstained, spent, stagedRun } from '../testing/staged-run.ts'
import { useAnalysis } from './useAnalysis.ts'

// A hang, not a slow machine, is what it is there to catch.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

type Input = { symbol: string }

function setup() {
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  )
  return { queryClient, wrapper }
}

/** A hook over staged runs, one for each that is begun. */
function staged({ auto = false } = {}) {
  const { queryClient, wrapper } = setup()
  const runs: (ReturnType<typeof stagedRun> & { symbol: string; signal: AbortSignal })[] = []
  const analyst = ({ symbol }: Input, { signal }: { signal: AbortSignal }) => {
    const made = Object.assign(stagedRun(), { symbol, signal })
    runs.push(made)
    return made.run
  }
  const initialProps: { input: Input | undefined } = { input: { symbol: 'AAPL' } }
  const hook = renderHook(({ input }) => useAnalysis({ kind: 'technical', input, analyst, auto }), {
    wrapper,
    initialProps,
  })
  const newest = () => {
    const run = runs.at(-1)
    if (!run) throw new Error('No run has begun.')
    return run
  }
  return { ...hook, runs, newest, queryClient, analyst, wrapper }
}

const bullish = { view: { stance: 'bullish' } } as const

test('nothing is written, and nothing paid, before it is asked for', async () => {
  const { result, runs } = staged()
  expect(result.current).toMatchObject({ phase: 'idle', report: null, outcome: null, partial: undefined })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(runs).toHaveLength(0)
  act(() => result.current.start())
  await waitFor(() => expect(result.current.phase).toBe('running'))
  expect(runs).toHaveLength(1)
})

test('by itself exactly one run begins, in StrictMode too', async () => {
  const { result, runs } = staged({ auto: true })
  await waitFor(() => expect(runs).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(runs).toHaveLength(1)
  expect(result.current.phase).toBe('running')
  expect(runs[0]?.signal.aborted).toBe(false)
})

test('the report grows, is void after a reset, and is a report only once it is final', async () => {
  const { result, newest } = staged({ auto: true })
  await waitFor(() => expect(result.current.phase).toBe('running'))
  act(() => newest().tell({ type: 'status', status: 'writing' }, { type: 'partial', body: bullish }))
  await waitFor(() => expect(result.current.partial).toEqual(bullish))
  expect(result.current).toMatchObject({ status: 'writing', report: null, outcome: null })
  act(() => newest().tell({ type: 'reset', reason: 'repair' }))
  await waitFor(() => expect(result.current.partial).toBeUndefined())
  act(() => newest().tell({ type: 'partial', body: bullish }, { type: 'final', ...abstained() }))
  await waitFor(() => expect(result.current.phase).toBe('done'))
  expect(result.current).toMatchObject({ outcome: 'abstained', partial: undefined, status: null, spent })
})

test('each look-up stands in its place as it begins and ends', async () => {
  const { result, newest } = staged({ auto: true })
  await waitFor(() => expect(result.current.phase).toBe('running'))
  const tool = (id: string) => ({ type: 'tool', id, name: 'bars', input: {} }) as const
  act(() =>
    newest().tell(
      { ...tool('a'), phase: 'started' },
      { ...tool('b'), phase: 'started' },
      { ...tool('a'), phase: 'failed', error: 'NO_DATA' },
      { type: 'usage', spent },
    ),
  )
  await waitFor(() => expect(result.current.spent).toEqual(spent))
  expect(result.current.tools.map(({ id, phase }) => [id, phase])).toEqual([
    ['a', 'failed'],
    ['b', 'started'],
  ])
})

test('a thousand events between two frames are one change of the page', async () => {
  const { queryClient, wrapper } = setup()
  const { run, tell } = stagedRun()
  let renders = 0
  const { result } = renderHook(
    () => {
      renders++
      return useAnalysis({ kind: 'technical', input: { symbol: 'AAPL' }, analyst: () => run, auto: true })
    },
    { wrapper },
  )
  await waitFor(() => expect(result.current.phase).toBe('running'))
  const before = renders
  const set = vi.spyOn(queryClient, 'setQueryData')
  tell(...Array.from({ length: 1_000 }, () => ({ type: 'partial', body: bullish }) as const), {
    type: 'usage',
    spent,
  })
  await waitFor(() => expect(result.current.spent).toEqual(spent))
  expect(set.mock.calls.length).toBeLessThan(10)
  expect(renders - before).toBeLessThan(20)
})

test('a run that is cancelled ends, and leaves what was known, not as a report', async () => {
  const { result, newest } = staged({ auto: true })
  await waitFor(() => expect(result.current.phase).toBe('running'))
  act(() => newest().tell({ type: 'partial', body: bullish }))
  await waitFor(() => expect(result.current.partial).toEqual(bullish))
  act(() => result.current.cancel())
  await waitFor(() => expect(result.current.phase).toBe('cancelled'))
  expect(result.current).toMatchObject({ partial: bullish, report: null, error: null })
  expect(newest().signal.aborted).toBe(true)
  expect(newest().isCancelled).toBe(true)
  act(() => result.current.start())
  await waitFor(() => expect(result.current).toMatchObject({ phase: 'running', partial: undefined }))
})

test('the run ends with its last reader, and with its input', async () => {
  const { result, runs, rerender, unmount } = staged({ auto: true })
  await waitFor(() => expect(runs).toHaveLength(1))
  rerender({ input: { symbol: 'MSFT' } })
  await waitFor(() => expect(runs.map(({ symbol }) => symbol)).toEqual(['AAPL', 'MSFT']))
  await waitFor(() => expect(runs[0]).toMatchObject({ isCancelled: true }))
  expect(result.current).toMatchObject({ phase: 'running', partial: undefined })
  unmount()
  await waitFor(() => expect(runs[1]).toMatchObject({ isCancelled: true }))
})

test('what a cancelled run still says reaches nobody', async () => {
  const { result, runs, rerender } = staged({ auto: true })
  await waitFor(() => expect(runs).toHaveLength(1))
  rerender({ input: { symbol: 'MSFT' } })
  await waitFor(() => expect(runs).toHaveLength(2))
  runs[0]?.tell({ type: 'partial', body: bullish }, { type: 'final', ...abstained('rp_late') })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(result.current).toMatchObject({ phase: 'running', report: null, partial: undefined })
  rerender({ input: { symbol: 'AAPL' } })
  await waitFor(() => expect(runs).toHaveLength(3))
})

test('a finished report costs nothing when it is looked at again, and begins anew only when told to', async () => {
  const { result, newest, runs, unmount, analyst, wrapper, queryClient } = staged({ auto: true })
  await waitFor(() => expect(result.current.phase).toBe('running'))
  act(() => newest().tell({ type: 'final', ...abstained('rp_first') }))
  await waitFor(() => expect(result.current.report?.id).toBe('rp_first'))
  unmount()
  const parameters = { kind: 'technical', input: { symbol: 'AAPL' }, analyst }
  const again = renderHook(() => useAnalysis({ ...parameters, auto: true }), { wrapper })
  expect(again.result.current).toMatchObject({ phase: 'done', outcome: 'abstained' })
  expect((await queryClient.ensureQueryData(analysisQueryOptions(parameters))).report.id).toBe('rp_first')
  expect(runs).toHaveLength(1)
  act(() => again.result.current.start())
  await waitFor(() => expect(again.result.current.phase).toBe('running'))
  expect(again.result.current.report?.id).toBe('rp_first')
  act(() => newest().tell({ type: 'final', ...abstained('rp_second') }))
  await waitFor(() => expect(again.result.current.report?.id).toBe('rp_second'))
})

test('a run that fails is its error, and is not begun again by itself', async () => {
  const { result, newest, runs, unmount, analyst, wrapper } = staged({ auto: true })
  await waitFor(() => expect(result.current.phase).toBe('running'))
  act(() => newest().tell({ type: 'partial', body: bullish }))
  act(() => newest().fail(new RateLimitError('Too many calls.', { provider: 'anthropic' })))
  await waitFor(() => expect(result.current.phase).toBe('failed'))
  expect(result.current).toMatchObject({ error: { code: 'RATE_LIMITED' }, report: null, partial: bullish })
  unmount()
  const input = { symbol: 'AAPL' }
  const again = renderHook(() => useAnalysis({ kind: 'technical', input, analyst, auto: true }), { wrapper })
  expect(again.result.current.phase).toBe('failed')
  expect(runs).toHaveLength(1)
})

test('a run that ends without a report is an error, never a short report', async () => {
  const { result, newest } = staged({ auto: true })
  await waitFor(() => expect(result.current.phase).toBe('running'))
  act(() => newest().tell({ type: 'partial', body: bullish }))
  act(() => newest().end())
  await waitFor(() => expect(result.current).toMatchObject({ phase: 'failed', report: null, outcome: null }))
  expect(result.current.error).toMatchObject({ code: 'UPSTREAM' })
})

test('two readers of one report share its run, which goes on until both have left', async () => {
  const { result, runs, newest, analyst, wrapper, unmount } = staged({ auto: true })
  await waitFor(() => expect(result.current.phase).toBe('running'))
  const input = { symbol: 'AAPL' }
  const second = renderHook(() => useAnalysis({ kind: 'technical', input, analyst }), { wrapper })
  expect(second.result.current.phase).toBe('running')
  unmount()
  act(() => newest().tell({ type: 'final', ...abstained() }))
  await waitFor(() => expect(second.result.current.outcome).toBe('abstained'))
  expect(runs).toHaveLength(1)
  expect(newest().isCancelled).toBe(false)
})

test('nothing begins until the input is known, and what is not known has no report', async () => {
  const { result, runs, newest, rerender } = staged({ auto: true })
  await waitFor(() => expect(runs).toHaveLength(1))
  act(() => newest().tell({ type: 'final', ...abstained() }))
  await waitFor(() => expect(result.current.phase).toBe('done'))
  rerender({ input: undefined })
  act(() => result.current.start())
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(result.current).toMatchObject({ phase: 'idle', report: null })
  expect(runs).toHaveLength(1)
})

test.each([
  ['at hand', (events: AnalystEvents<typeof technicalReport>) => events],
  [
    'over the wire',
    (events: AnalystEvents<typeof technicalReport>) =>
      decodeEvents<typeof technicalReport>(encodeEvents(events)),
  ],
])('an analyst %s writes a report that the page verifies and renders', async (_where, send) => {
  const { analyst } = makeAnalyst(honest)
  const { result } = renderHook(
    () =>
      useAnalysis({
        kind: 'technical',
        input: { symbol: 'AAPL' },
        analyst: (input, { signal }) => send(analyst.report(technicalReport, input, { signal })),
        auto: true,
      }),
    setup(),
  )
  const said: Claim[] = []
  await waitFor(() => {
    said.push(...(result.current.partial?.trend ?? []))
    expect(result.current.phase).toBe('done')
  })
  const { report, evidence, outcome, tools } = result.current
  if (!report) throw new Error('There is no report.')
  expect(outcome).toBe('complete')
  expect(verifyReport(report, evidence).ok).toBe(true)
  expect(renderReport(report, evidence).body?.trend[0]).toMatch(/^The shares closed at \$\d/)
  expect(tools.map(({ name, phase }) => [name, phase])).toContainEqual(['bars', 'finished'])
})
