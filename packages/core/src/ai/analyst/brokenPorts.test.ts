import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { StarkMatterError } from '../../errors/index.ts'
import type { Clock } from '../../http/clock.ts'
import type { LlmPort, LlmResponse, LlmStreamEvent } from '../llm/port.ts'
import { scripted } from '../llm/scripted.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { analystTools } from '../tools/analystTools.ts'
import type { AnyTool } from '../tools/tool.ts'
import { createAnalyst } from './createAnalyst.ts'
import {
  client,
  clock,
  collect,
  honestReport,
  lookUpBars,
  makeAnalyst,
  newestEvidence,
} from './test/fixtures.ts'

const usage = { inputTokens: 3_000, outputTokens: 100, cacheReadTokens: 0, cacheWriteTokens: 0 }
const dear = { input: 300, output: 150, cacheRead: 30, cacheWrite: 375 }
const limits = { usd: 0.3, inputTokens: 100_000, outputTokens: 9_000, toolCalls: 5 }

/** As it comes from an adapter without types. */
function read<shape>(json: string): shape {
  return JSON.parse(json)
}

async function* streamOf(...events: LlmStreamEvent[]): AsyncGenerator<LlmStreamEvent> {
  yield* events
}

/** Goes on without ever letting a timer fire. */
async function* endless(event: LlmStreamEvent): AsyncGenerator<LlmStreamEvent> {
  for (;;) yield event
}

function saying(content: LlmResponse['content']): LlmStreamEvent {
  return { type: 'done', response: { model: 'broken', content, stop: 'tool-calls', usage } }
}

function fails(): never {
  throw new TypeError('It is broken.')
}

const never = () => new Promise<never>(() => {})

const dates = { kind: 'dividends', market: null, symbol: 'AAPL', rows: 3 }

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

test.each<[string, Partial<LlmPort>]>([
  ['has no price', { price: fails }],
  ['has no model', { model: fails }],
  ['fails its check with a text', { check: () => Promise.reject('no') }],
  ['fails before it streams', { stream: fails }],
  ['ends without an event', { stream: () => streamOf() }],
  ['sends null', { stream: () => streamOf(read<LlmStreamEvent>('null')) }],
  ['answers without content', { stream: () => streamOf(saying(read('null'))) }],
  ['answers with null among its content', { stream: () => streamOf(saying(read('[null]'))) }],
  [
    'looks up with an input that is no JSON',
    {
      stream: () => streamOf(saying([{ type: 'tool-call', id: 'a', name: 'bars', input: cyclic }])),
    },
  ],
  ['counts less than nothing', { count: async () => -1e9, price: () => dear }],
  ['counts what is no number', { count: async () => Number.NaN, price: () => dear }],
  ['says nothing for ever', { stream: () => endless({ type: 'usage', usage }) }],
  ['never answers its check', { check: never }],
  ['never begins to stream', { stream: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }) }],
  ['never counts', { count: never, price: () => dear }],
  ['writes blanks for ever', { stream: () => endless({ type: 'text', delta: ' ' }) }],
])('a language model that %s ends the run with a typed error, in time', async (_what, broken) => {
  const llm = { ...scripted([]), ...broken }
  const begin = performance.now()
  const { result } = createAnalyst({ llm, client, budget: limits, readNewsWith: 'rules' }).report(
    technicalReport,
    { symbol: 'AAPL' },
    { timeoutMs: 400 },
  )
  const error = await result.catch((thrown: unknown) => thrown)
  expect(StarkMatterError.is(error)).toBe(true)
  expect(performance.now() - begin).toBeLessThan(5_000)
})

test('a source that hangs costs what it would have told, and not the report', async () => {
  const { analyst } = makeAnalyst(
    (request) => {
      if (!request.messages.some(({ role }) => role === 'assistant'))
        return { toolCalls: [...lookUpBars.toolCalls, { name: 'calendar', input: dates }] }
      return { json: honestReport(newestEvidence(request)) }
    },
    { client: { ...client, getCorporateActions: never } },
  )
  const run = analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs: 1_000 })
  const failed = (await collect(run)).filter((event) => event.type === 'tool' && event.phase === 'failed')
  expect(failed).toMatchObject([{ name: 'calendar', error: 'timeout' }])
  const { report } = await run.result
  expect(report.status).toBe('complete')
  expect(report.body?.trend).toHaveLength(1)
})

test('a tool of one’s own that gives no evidence costs what it would have told, and the reader hears why', async () => {
  const desk: AnyTool = {
    name: 'desk',
    description: 'Targets of the desk.',
    input: z.object({}),
    // As from a program without types.
    run: async () =>
      JSON.parse(
        '{"evidence":{"tool":"desk","asOf":["2026-06-12"],"metrics":[{"name":"target","unit":"USD","values":[200]}]}}',
      ),
  }
  const { analyst } = makeAnalyst(
    (request) =>
      request.messages.every(({ role }) => role === 'user')
        ? { toolCalls: [{ name: 'desk', input: {} }, ...lookUpBars.toolCalls] }
        : { json: honestReport(newestEvidence(request)) },
    { tools: [...analystTools, desk] },
  )
  const run = analyst.report(technicalReport, { symbol: 'AAPL' })
  const failed = (await collect(run)).filter((event) => event.type === 'tool' && event.phase === 'failed')
  expect(failed).toMatchObject([
    { name: 'desk', error: 'validation', message: expect.stringMatching(/^The tool "desk" gave/) },
  ])
  expect((await run.result).report.status).toBe('complete')
})

test('a source that hangs before there is a price ends the run in time', async () => {
  const { analyst, llm } = makeAnalyst(() => '', { client: { ...client, getQuote: never, getBars: never } })
  const run = analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs: 300 })
  await expect(run.result).rejects.toMatchObject({ code: 'TIMEOUT' })
  expect(llm.requests).toEqual([])
})

test('a count that never comes is one that a budget does not hold', async () => {
  // A hundred times as fast as the one that the deadlines were made for.
  const hurried: Clock = { ...clock, schedule: (ms, callback) => clock.schedule(ms / 100, callback) }
  const llm = { ...scripted([]), count: never, price: () => dear }
  const { result } = createAnalyst({
    llm,
    client,
    clock: hurried,
    budget: limits,
    readNewsWith: 'rules',
  }).report(technicalReport, { symbol: 'AAPL' })
  await expect(result).rejects.toMatchObject({ code: 'QUOTA_EXHAUSTED' })
})
