import { expect, test } from 'vitest'
import { UpstreamError } from '../../errors/index.ts'
import { memoryResponseCache } from '../cache/responseCache.ts'
import { memoryJournal } from '../journal/journal.ts'
import type { Script } from '../llm/scripted.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { collect, honestReport, lookUpBars, makeAnalyst, newestEvidence } from './test/fixtures.ts'

/** A model that looks up bars, and writes the report only once it may. */
function patient() {
  const [may, go] = gate()
  const [writing, arrive] = gate()
  const script: Script = async (request) => {
    if (!request.messages.some(({ role }) => role === 'assistant')) return lookUpBars
    arrive()
    await may
    return { json: honestReport(newestEvidence(request)) }
  }
  return { script, go, writing }
}

function gate(): [opened: Promise<void>, open: () => void] {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return [opened, () => open()]
}

const asOf = '2025-03-14'

const withCache = () => ({ asOf, cache: memoryResponseCache() })
const about = { symbol: 'AAPL' }

test('the same question asked twice at once is answered, paid and taken down once, to the first', async () => {
  const { script, go, writing } = patient()
  const journal = memoryJournal()
  const { analyst, llm } = makeAnalyst(script, { ...withCache(), journal })
  const runs = [analyst.report(technicalReport, about), analyst.report(technicalReport, about)]
  await writing
  const later = analyst.report(technicalReport, about)
  go()
  const [first, second, third] = await Promise.all([...runs, later].map(({ result }) => result))
  expect(llm.requests).toHaveLength(2)
  expect(first?.report.status).toBe('complete')
  expect(JSON.stringify([second?.report, second?.evidence])).toBe(
    JSON.stringify([first?.report, first?.evidence]),
  )
  expect(first?.fromCache).toBe(false)
  expect(first?.spent.usd).toBeGreaterThan(0)
  for (const other of [second, third])
    expect(other).toMatchObject({ fromCache: true, spent: { usd: 0, outputTokens: 0, toolCalls: 0 } })
  expect(await journal.list()).toHaveLength(1)
})

test('whoever joins late has all events but those of what another pays', async () => {
  const { script, go, writing } = patient()
  const { analyst } = makeAnalyst(script, withCache())
  const first = collect(analyst.report(technicalReport, about))
  await writing
  const second = collect(analyst.report(technicalReport, about))
  go()
  const shown = (events: { type: string }[]) =>
    events.filter(({ type }) => type !== 'usage' && type !== 'final')
  expect(shown(await second)).toEqual(shown(await first))
  expect((await first).filter(({ type }) => type === 'usage')).not.toEqual([])
  expect((await second).filter(({ type }) => type === 'usage')).toEqual([])
  expect((await second).at(-1)?.type).toBe('final')
})

test.each(['cancel', 'signal'])(
  'who leaves by %s leaves the run, and its cost, to the others',
  async (way) => {
    const { script, go, writing } = patient()
    const { analyst, llm } = makeAnalyst(script, withCache())
    const controller = new AbortController()
    const first = analyst.report(technicalReport, about, { signal: controller.signal })
    const second = analyst.report(technicalReport, about)
    await writing
    if (way === 'cancel') first.cancel()
    else controller.abort()
    await expect(first.result).rejects.toMatchObject({ code: 'ABORTED' })
    go()
    const { report, spent, fromCache } = await second.result
    expect(report.status).toBe('complete')
    expect(fromCache).toBe(false)
    expect(spent.usd).toBeGreaterThan(0)
    expect(llm.requests).toHaveLength(2)
  },
)

test('when all have left nothing goes on, and the next begins anew', async () => {
  const { script, go, writing } = patient()
  const { analyst, llm } = makeAnalyst(script, withCache())
  const runs = [analyst.report(technicalReport, about), analyst.report(technicalReport, about)]
  await writing
  for (const run of runs) run.cancel()
  const next = analyst.report(technicalReport, about)
  for (const { result } of runs) await expect(result).rejects.toMatchObject({ code: 'ABORTED' })
  go()
  expect((await next.result).report.status).toBe('complete')
  expect(llm.requests).toHaveLength(4)
})

test('a failure is told to all, and the next run tries again', async () => {
  const error = new UpstreamError('Overloaded.', { provider: 'fake', status: 400 })
  let fails = true
  const { analyst } = makeAnalyst((request) => {
    if (fails) return { text: 'x', fault: { kind: 'error', error } }
    if (!request.messages.some(({ role }) => role === 'assistant')) return lookUpBars
    return { json: honestReport(newestEvidence(request)) }
  }, withCache())
  const runs = [analyst.report(technicalReport, about), analyst.report(technicalReport, about)]
  for (const { result } of runs) await expect(result).rejects.toMatchObject({ code: 'UPSTREAM' })
  fails = false
  expect((await analyst.report(technicalReport, about).result).report.status).toBe('complete')
})

test.each([
  ['without a cache', { asOf }, {}],
  ['with another deadline', withCache(), { timeoutMs: 9_000 }],
  ['with another budget', withCache(), { budget: { usd: 0.4 } }],
  ['as of another day', withCache(), { asOf: '2025-03-13' }],
])('runs %s each pay their own way', async (_what, options, others) => {
  const { script, go } = patient()
  const { analyst, llm } = makeAnalyst(script, options)
  const runs = [analyst.report(technicalReport, about), analyst.report(technicalReport, about, others)]
  go()
  for (const { result } of runs) expect((await result).spent.usd).toBeGreaterThan(0)
  expect(llm.requests).toHaveLength(4)
})
