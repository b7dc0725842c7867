import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createClient } from '../../client/createClient.ts'
import { StarkMatterError } from '../../errors/index.ts'
import type { Clock } from '../../http/clock.ts'
import { synthetic } from '../../providers/synthetic/index.ts'
import { fastClock } from '../../testing/fast-clock.ts'
import {
  createFakeMessagesApi,
  type FakeApiRequest,
  type FakeMessage,
  type FakeMessagesApi,
  type FakeMessagesRequest,
  type FakeReply,
  type FakeStreamFault,
  type FakeUsage,
} from '../../testing/index.ts'
import type { AnalystEvent, AnalystResult } from '../analyst/analystEvent.ts'
import { type Analyst, createAnalyst } from '../analyst/createAnalyst.ts'
import { type Packed, trueClaim } from '../analyst/test/fixtures.ts'
import { claims } from '../schemas/viewSchema.ts'
import { barsTool } from '../tools/priceTools.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import { anthropic } from './anthropic.ts'

/** Small, so that the product of everything is quick. */
const trendReport = z.object({ trend: claims(2) }).check(z.meta({ title: 'trend-report' }))

/** The report is written in so many events, and its fault takes the place of any of them. */
const eventCount = 10
const kinds = ['error', 'reset', 'end'] as const
const modes = ['none', 'abort', 'timeout'] as const
const statuses = [429, 529, 500, 408, 409] as const
/** Seconds of the fast clock; the absurd one is a century. */
const waits = { absent: undefined, present: '1', absurd: '3155760000' } as const

type Case = {
  mode: (typeof modes)[number]
  /** Comes once: in the turn that looks up, or in the one that writes, before its stream breaks or after. */
  refusal: FakeReply
  refused: 'look-up' | 'before' | 'after'
  fault?: FakeStreamFault | undefined
  /** The fault meets every attempt, not only the first. */
  isLasting: boolean
  /** Run events before the abort, or seconds before the deadline. */
  after: number
}

const product: readonly Case[] = modes.flatMap((mode) =>
  kinds.flatMap((kind) =>
    Array.from({ length: eventCount }, (_, at) => at).flatMap((at) =>
      statuses.flatMap((status, index) =>
        Object.values(waits).map((wait): Case => {
          const turn = at + index
          return {
            mode,
            refusal: { status, ...(wait === undefined ? {} : { headers: { 'retry-after': wait } }) },
            // What cannot be waited out ends the run: it comes once the stream has broken.
            refused:
              wait === waits.absurd || turn % 3 === 2 ? 'after' : turn % 3 === 1 ? 'before' : 'look-up',
            fault: { at, kind },
            isLasting: index % 2 === 0,
            after: 1 + ((at + 3 * index) % 12),
          }
        }),
      ),
    ),
  ),
)

/** An API and an analyst who asks it, for one case after another. */
type Desk = {
  api: FakeMessagesApi
  analyst: Analyst
  clock: Clock
  script: (request: FakeMessagesRequest) => FakeReply
}

let cases = 0
const desks: Desk[] = []
beforeAll(async () => {
  for (let index = 0; index < 24; index++) desks.push(await openDesk())
})
afterAll(async () => {
  for (const { api } of desks) await api.close()
})

async function openDesk(): Promise<Desk> {
  const desk: Partial<Desk> = {}
  const api = await createFakeMessagesApi({
    replies: (request) => desk.script?.(request) ?? { status: 400, message: 'There is no script.' },
  })
  const clock = fastClock(40, Date.UTC(2026, 5, 15, 15))
  const llm = anthropic({ apiKey: 'k', baseURL: api.url, clock, random: () => 0.5 })
  const client = createClient({ providers: [synthetic()], clock })
  const common = { readNewsWith: 'rules', budget: { usd: 5 }, tools: [barsTool] } as const
  const analyst = createAnalyst({ llm, client, clock, ...common })
  return Object.assign(desk, { api, analyst, clock, script: () => 'Not yet.' })
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
  const json = { trend: [trueClaim(bars, 'a'), trueClaim(bars, 'b')] }
  return { json, chunk: Math.ceil(JSON.stringify(json).length / 4) }
}

type End = {
  events: AnalystEvent[]
  result?: AnalystResult<typeof trendReport>
  error?: StarkMatterError
  billed: FakeUsage
  /** What the API saw of it. */
  asked: readonly FakeApiRequest[]
  isGivenUp: boolean
  /** Of the fast clock. */
  tookMs: number
}

async function run(desk: Desk, one: Case): Promise<End> {
  const { mode, refusal, refused, fault, isLasting, after } = one
  // A request that was hung up may come late: it must not take the reply of the next run.
  const question = `What of the trend in case ${letters(cases++)}?`
  const before = { ...desk.api.billed }
  const asked = desk.api.requests.length
  let isRefused = false
  let isBroken = false
  const refuse = () => {
    isRefused = true
    return refusal
  }
  desk.script = (request) => {
    if (!JSON.stringify(request.messages[0]).includes(question)) return { status: 400, message: 'Too late.' }
    const isLookUp = evidenceIn(request).length === 0
    if (isLookUp) return refused === 'look-up' && !isRefused ? refuse() : lookUp
    if (!isRefused && (refused === 'before' || (refused === 'after' && (isBroken || !fault)))) return refuse()
    const report = writeUp(request)
    if (!fault || (isBroken && !isLasting)) return report
    isBroken = true
    return { ...report, fault, ...(mode === 'none' ? {} : { eventDelayMs: 1 }) }
  }
  const controller = new AbortController()
  const begin = desk.clock.now()
  const started = desk.analyst.report(
    trendReport,
    { symbol: 'AAPL', question },
    { signal: controller.signal, timeoutMs: timeoutOf(one) },
  )
  const end: End = { events: [], billed: before, asked: [], isGivenUp: false, tookMs: 0 }
  try {
    for await (const event of started) {
      end.events.push(event)
      if (mode === 'abort' && end.events.length === after) controller.abort()
    }
  } catch (thrown) {
    if (!StarkMatterError.is(thrown)) throw thrown
    end.error = thrown
  }
  end.tookMs = desk.clock.now() - begin
  const result = await started.result.catch((error: unknown) => {
    expect(error).toBe(end.error)
    return undefined
  })
  if (result) end.result = result
  if (mode !== 'none') await quiet(desk.api)
  const { billed } = desk.api
  end.asked = desk.api.requests.slice(asked)
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

function timeoutOf({ mode, after }: Case): number {
  return mode === 'timeout' ? after * 1_000 : 1_200_000
}

/** A number in letters: the analyst's cache and the API's logs have no need of digits. */
function letters(index: number): string {
  return [...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join('')
}

async function quiet(api: FakeMessagesApi): Promise<void> {
  await expect.poll(() => api.requests.every(({ state }) => state !== 'open'), { interval: 2 }).toBe(true)
}

function expectSound(end: End, one: Case): void {
  const { events, result, error, billed, asked } = end
  // It ends one way, and says so last.
  expect([result, error].filter(Boolean)).toHaveLength(1)
  const finals = events.flatMap((event, index) => (event.type === 'final' ? [index] : []))
  expect(finals).toEqual(result ? [events.length - 1] : [])
  // In time, but for what a busy machine takes to wake up.
  expect(end.tookMs).toBeLessThan(timeoutOf(one) + 200_000)
  // Only the whole report is complete; whatever is shown at the end verifies.
  if (result) {
    const { report, evidence } = result
    expect(verifyReport(report, evidence).ok).toBe(true)
    if (report.status === 'complete') expect(report.body?.trend).toHaveLength(2)
    else expect(report.missing.length).toBeGreaterThan(0)
  }
  if (one.mode === 'none') expect(end.isGivenUp).toBe(false)
  // No answer that came whole is asked for again.
  const whole = asked.filter(
    ({ events: sent, state }) => state === 'answered' && sent.includes('message_stop'),
  )
  const isRepaired = events.some((event) => event.type === 'status' && event.status === 'repairing')
  expect(whole.length).toBeLessThanOrEqual(isRepaired || end.isGivenUp ? 3 : 2)
  // Paid as billed, once.
  const told = events.findLast((event) => event.type === 'usage')
  const spent = result?.spent ?? (told?.type === 'usage' ? told.spent : undefined)
  const input = billed.input_tokens + billed.cache_creation_input_tokens + billed.cache_read_input_tokens
  if (end.isGivenUp || one.fault?.kind === 'reset') {
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
describe('a run of the analyst, over the real SDK', { timeout: 240_000 }, () => {
  test('writes its report in the events that the matrix breaks', async () => {
    const [desk] = desks
    if (!desk) throw new Error('There is no desk.')
    desk.script = (request) => (evidenceIn(request).length === 0 ? lookUp : writeUp(request))
    const { report } = await desk.analyst.report(trendReport, { symbol: 'AAPL' }, { timeoutMs: 1_200_000 })
      .result
    expect(report.status).toBe('complete')
    expect(desk.api.requests.at(-1)?.events).toHaveLength(eventCount)
  })

  test('meets each refusal in each turn, and is refused for good only by one that cannot be waited out', async () => {
    const all = statuses.flatMap((status) =>
      [...Object.values(waits), '1e99'].flatMap((wait) =>
        (['look-up', 'before'] as const).map((refused): Case => {
          const headers = wait === undefined ? {} : { headers: { 'retry-after': wait } }
          return { mode: 'none', refusal: { status, ...headers }, refused, isLasting: false, after: 0 }
        }),
      ),
    )
    const ends = await runAll(all)
    // Five times a century, in each turn.
    expect(ends).toEqual({ complete: 30, RATE_LIMITED: 2, UPSTREAM: 8 })
  })

  test('the matrix is the whole product', () => {
    const axes = product.map(({ mode, refusal, fault }) => JSON.stringify([mode, refusal, fault]))
    expect(new Set(axes).size).toBe(
      modes.length * statuses.length * Object.keys(waits).length * kinds.length * eventCount,
    )
  })

  test('breaks at any event beside any refusal, and writes again or says why not, charged as billed', async () => {
    const ends = await runAll(product.filter(({ mode }) => mode === 'none'))
    expect(ends.complete).toBeGreaterThan(100)
    expect((ends.partial ?? 0) + (ends.UPSTREAM ?? 0) + (ends.RATE_LIMITED ?? 0)).toBeGreaterThan(100)
  })

  test('is aborted at any moment of it', async () => {
    const ends = await runAll(product.filter(({ mode }) => mode === 'abort'))
    expect(ends.ABORTED).toBeGreaterThan(100)
  })

  test('runs out of time at any moment of it', async () => {
    const silent = Array.from({ length: eventCount }, (_, at): Case => {
      const refusal = { status: 529 }
      return {
        mode: 'timeout',
        refusal,
        refused: 'before',
        fault: { at, kind: 'silence' },
        isLasting: true,
        after: 2 + at,
      }
    })
    const ends = await runAll([...product.filter(({ mode }) => mode === 'timeout'), ...silent])
    expect(ends.TIMEOUT).toBeGreaterThan(30)
  })
})
