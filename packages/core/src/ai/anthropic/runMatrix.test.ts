import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createClient } from '../../client/createClient.ts'
import { StarkMatterError } from '../../errors/index.ts'
import { synthetic } from '../../providers/synthetic/index.ts'
import { fastClock } from '../../testing/fast-clock.ts'
import {
  createFakeMessagesApi,
  type FakeMessage,
  type FakeMessagesApi,
  type FakeMessagesRequest,
  type FakeReply,
  type FakeStreamFault,
  type FakeUsage,
} from '../../testing/index.ts'
import type { AnalystEvent, AnalystResult } from '../analyst/analystEvent.ts'
import { type Analyst, createAnalyst } from '../analyst/createAnalyst.ts'
import { emptyTechnical, type Packed, trueClaim } from '../analyst/test/fixtures.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import { type AnthropicOptions, anthropic } from './anthropic.ts'

/** The report is written in so many events, and its fault takes the place of any of them. */
const eventCount = 13
const modes = ['none', 'abort', 'timeout'] as const
const refusals: readonly FakeReply[] = [429, 529, 500, 408, 409].flatMap((status) =>
  [undefined, { 'retry-after': '1' }, { 'retry-after': '1e99' }, { 'retry-after': '3155760000' }].map(
    (headers) => ({ status, ...(headers ? { headers } : {}) }),
  ),
)

type Case = {
  mode: (typeof modes)[number]
  /** Comes before the answer, in one of the two turns. */
  refusal: FakeReply
  refusedTurn: 0 | 1
  fault?: FakeStreamFault | undefined
  /** The fault meets every attempt, not only the first. */
  isLasting?: boolean
  /** Run events before the abort, or seconds before the deadline. */
  after: number
}

/** An API and an analyst who asks it, for one case after another. */
type Desk = { api: FakeMessagesApi; analyst: Analyst; script: (request: FakeMessagesRequest) => FakeReply }

let cases = 0
const desks: Desk[] = []
beforeAll(async () => {
  for (let index = 0; index < 8; index++) desks.push(await openDesk())
})
afterAll(async () => {
  for (const { api } of desks) await api.close()
})

async function openDesk(): Promise<Desk> {
  const desk: Partial<Desk> = {}
  const api = await createFakeMessagesApi({
    replies: (request) => desk.script?.(request) ?? { status: 400, message: 'There is no script.' },
  })
  const clock = fastClock(20, Date.UTC(2026, 5, 15, 15))
  const llm = anthropic({ apiKey: 'k', baseURL: api.url, clock, random: () => 0.5 })
  const client = createClient({ providers: [synthetic()], clock })
  const analyst = createAnalyst({ llm, client, clock, readNewsWith: 'rules', budget: { usd: 5 } })
  return Object.assign(desk, { api, analyst, script: () => 'Not yet.' })
}

/** What the tools told the model, the oldest first. */
function evidenceIn({ messages }: FakeMessagesRequest): Packed[] {
  return messages
    .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
    .flatMap((block) =>
      block.type === 'tool_result' && typeof block.content === 'string' ? [block.content] : [],
    )
    .filter((text) => text.startsWith('{"ref"'))
    .map((text) => JSON.parse(text))
}

const lookUp: FakeMessage = {
  thinking: 'What did it close at?',
  toolCalls: [{ name: 'bars', input: { symbol: 'AAPL', interval: '1d', rows: 5 } }],
}

function writeUp(request: FakeMessagesRequest): FakeMessage {
  const bars = evidenceIn(request).at(-1)
  if (!bars) return { text: 'There is nothing to say.' }
  const json = { ...emptyTechnical, trend: [trueClaim(bars, 'a'), trueClaim(bars, 'b')] }
  return { json, chunk: Math.ceil(JSON.stringify(json).length / 7) }
}

type End = {
  events: AnalystEvent[]
  result?: AnalystResult<typeof technicalReport>
  error?: StarkMatterError
  billed: FakeUsage
  isGivenUp: boolean
}

async function run(desk: Desk, { mode, refusal, refusedTurn, fault, isLasting, after }: Case): Promise<End> {
  // A request that was hung up may come late: it must not take the reply of the next run.
  const question = `What of the trend in case ${cases++}?`
  const before = { ...desk.api.billed }
  let isRefused = false
  let isBroken = false
  desk.script = (request) => {
    if (!JSON.stringify(request.messages[0]).includes(question)) return { status: 400, message: 'Too late.' }
    const turn = evidenceIn(request).length === 0 ? 0 : 1
    if (!isRefused && turn === refusedTurn) {
      isRefused = true
      return refusal
    }
    if (turn === 0) return lookUp
    const report = writeUp(request)
    if (!fault || (isBroken && !isLasting)) return report
    isBroken = true
    return { ...report, fault, ...(mode === 'none' ? {} : { eventDelayMs: 1 }) }
  }
  const controller = new AbortController()
  const started = desk.analyst.report(
    technicalReport,
    { symbol: 'AAPL', question },
    {
      signal: controller.signal,
      timeoutMs: mode === 'timeout' ? after * 1_000 : 1_200_000,
    },
  )
  const end: End = { events: [], billed: before, isGivenUp: false }
  try {
    for await (const event of started) {
      end.events.push(event)
      if (mode === 'abort' && end.events.length === after) controller.abort()
    }
  } catch (thrown) {
    if (!StarkMatterError.is(thrown)) throw thrown
    end.error = thrown
  }
  const result = await started.result.catch((error: unknown) => {
    expect(error).toBe(end.error)
    return undefined
  })
  if (result) end.result = result
  if (mode !== 'none') await quiet(desk.api)
  const { billed } = desk.api
  end.billed = {
    input_tokens: billed.input_tokens - before.input_tokens,
    output_tokens: billed.output_tokens - before.output_tokens,
    cache_creation_input_tokens: billed.cache_creation_input_tokens - before.cache_creation_input_tokens,
    cache_read_input_tokens: billed.cache_read_input_tokens - before.cache_read_input_tokens,
  }
  const limited = result?.report.missing.some(({ reason }) => reason === 'timeout')
  // A look-up that took too long is left for the last turn, which may fail in its turn.
  const isMadeToWrite = end.events.some((event) => event.type === 'status' && event.status === 'writing')
  end.isGivenUp =
    controller.signal.aborted || end.error?.code === 'TIMEOUT' || limited === true || isMadeToWrite
  return end
}

async function quiet(api: FakeMessagesApi): Promise<void> {
  await expect.poll(() => api.requests.every(({ state }) => state !== 'open')).toBe(true)
}

function expectSound(end: End, { mode, fault }: Case): void {
  const { events, result, error, billed } = end
  // It ends one way, and says so last.
  expect([result, error].filter(Boolean)).toHaveLength(1)
  const finals = events.flatMap((event, index) => (event.type === 'final' ? [index] : []))
  expect(finals).toEqual(result ? [events.length - 1] : [])
  // Only the whole report is complete; whatever is shown at the end verifies.
  if (result) {
    const { report, evidence } = result
    expect(verifyReport(report, evidence).ok).toBe(true)
    if (report.status === 'complete') expect(report.body?.trend).toHaveLength(2)
    else expect(report.missing.length).toBeGreaterThan(0)
  }
  if (mode === 'none') expect(end.isGivenUp).toBe(false)
  // Paid as billed, once.
  const told = events.findLast((event) => event.type === 'usage')
  const spent = result?.spent ?? (told?.type === 'usage' ? told.spent : undefined)
  const input = billed.input_tokens + billed.cache_creation_input_tokens + billed.cache_read_input_tokens
  if (end.isGivenUp || fault?.kind === 'reset') {
    // What nobody waited for, or a reset swallowed, is not known.
    expect(spent?.inputTokens ?? 0).toBeLessThanOrEqual(input)
  } else {
    expect(spent?.inputTokens ?? 0).toBe(input)
    expect(spent?.outputTokens ?? 0).toBeGreaterThanOrEqual(billed.output_tokens)
  }
}

async function runAll(all: readonly Case[]): Promise<Record<string, number>> {
  const ends: Record<string, number> = {}
  const queue = [...all]
  const work = async (desk: Desk) => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const end = await run(desk, one)
      expectSound(end, one)
      const name = end.result?.report.status ?? end.error?.code ?? ''
      ends[name] = (ends[name] ?? 0) + 1
    }
  }
  await Promise.all(desks.map(work))
  return ends
}

/** A machine that is busy with other things may take its time. */
describe('a run of the analyst, over the real SDK', { timeout: 120_000 }, () => {
  test('writes its report in the events that the matrix breaks', async () => {
    const [desk] = desks
    if (!desk) throw new Error('There is no desk.')
    desk.script = (request) => (evidenceIn(request).length === 0 ? lookUp : writeUp(request))
    const { report } = await desk.analyst.report(
      technicalReport,
      { symbol: 'AAPL' },
      { timeoutMs: 1_200_000 },
    ).result
    expect(report.status).toBe('complete')
    expect(desk.api.requests.at(-1)?.events).toHaveLength(eventCount)
  })

  test('meets each refusal in each turn, and is refused for good only by one that cannot be waited out', async () => {
    const all = refusals.flatMap((refusal) =>
      ([0, 1] as const).map((refusedTurn): Case => ({ mode: 'none', refusal, refusedTurn, after: 0 })),
    )
    const ends = await runAll(all)
    // Five times a century, in each turn.
    expect(ends).toEqual({ complete: 30, RATE_LIMITED: 2, UPSTREAM: 8 })
  })

  test('whose report breaks at any event, after any refusal, writes it again, and is charged as billed', async () => {
    const all = (['error', 'reset', 'end'] as const).flatMap((kind) =>
      [false, true].flatMap((isLasting) =>
        Array.from({ length: eventCount }, (_, at): Case => {
          const refusal = refusals[(at * 4 + 2 * Number(isLasting)) % refusals.length] ?? 'Fine.'
          const fault = { at, kind }
          return { mode: 'none', refusal, refusedTurn: at % 2 === 0 ? 0 : 1, fault, isLasting, after: 0 }
        }),
      ),
    )
    const ends = await runAll(all)
    expect(ends.complete).toBeGreaterThanOrEqual(eventCount * 3)
  })

  test('may be aborted or run out of time at any moment of it', async () => {
    const all = (['abort', 'timeout'] as const).flatMap((mode) =>
      (['error', 'reset', 'end', 'silence'] as const).flatMap((kind) =>
        Array.from({ length: eventCount }, (_, at): Case => {
          const refusal = refusals[(at * 7) % refusals.length] ?? 'Fine.'
          const after = mode === 'abort' ? 1 + at : 2 + at
          return {
            mode,
            refusal,
            refusedTurn: at % 2 === 0 ? 1 : 0,
            fault: { at, kind },
            isLasting: true,
            after,
          }
        }),
      ),
    )
    const ends = await runAll(
      all.filter(({ mode, fault }) => mode === 'timeout' || fault?.kind !== 'silence'),
    )
    expect((ends.ABORTED ?? 0) + (ends.TIMEOUT ?? 0)).toBeGreaterThan(eventCount)
  })
})

describe('bad input', () => {
  const retired = { deep: 'claude-3-sonnet-20240229' }
  const prices = { [retired.deep]: { input: 1, output: 1, cacheRead: 1, cacheWrite: 1 } }
  // Objects in objects are fine for the analyst, but so many choices are not for Claude.
  const choices = Object.fromEntries(
    Array.from({ length: 17 }, (_, index) => [`p${letter(index)}`, z.nullable(claimSchema)]),
  )

  test.each<[string, Partial<AnthropicOptions>, Parameters<Analyst['report']>[0], object]>([
    ['no key', { apiKey: undefined }, technicalReport, { code: 'INVALID_KEY' }],
    ['a key that is not accepted', { apiKey: 'wrong' }, technicalReport, { code: 'INVALID_KEY' }],
    [
      'a retired model',
      { models: retired, prices },
      technicalReport,
      { code: 'RETIRED', message: expect.stringContaining('"claude-sonnet-5-5"') },
    ],
    [
      'a model without a price',
      { models: { deep: 'claude-next' } },
      technicalReport,
      { code: 'BAD_REQUEST' },
    ],
    ['a schema that no model is sent', {}, z.object({ price: z.number() }), { code: 'BAD_REQUEST' }],
    [
      'a schema that Claude cannot be sent',
      {},
      z.object(choices),
      { code: 'BAD_REQUEST', message: expect.stringContaining('several types') },
    ],
  ])('(%s) is refused before a token is spent', async (_, options, schema, expected) => {
    await using api = await createFakeMessagesApi({ apiKey: 'right' })
    const llm = anthropic({ apiKey: 'right', baseURL: api.url, ...options })
    const analyst = createAnalyst({ llm, client: createClient({ providers: [synthetic()] }) })
    const error = await analyst.report(schema, { symbol: 'AAPL' }).result.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(expected)
    expect(api.billed.input_tokens).toBe(0)
    expect(api.requests.filter(({ path }) => path === '/v1/messages')).toEqual([])
  })
})

function letter(index: number): string {
  return String.fromCharCode(97 + index)
}
