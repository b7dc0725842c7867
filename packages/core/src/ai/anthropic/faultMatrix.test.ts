import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StarkMatterError } from '../../errors/index.ts'
import { fastClock } from '../../testing/fast-clock.ts'
import {
  createFakeMessagesApi,
  type FakeApiRequest,
  type FakeFailure,
  type FakeMessage,
  type FakeMessagesApi,
  type FakeMessagesRequest,
  type FakeReply,
  type FakeStreamFault,
} from '../../testing/index.ts'
import type { LlmPort, LlmRequest, LlmResponse, LlmUsage } from '../llm/port.ts'
import { anthropic } from './anthropic.ts'

const answer: FakeMessage = {
  thinking: 'A thought.',
  text: 'One two three.',
  toolCalls: [{ name: 'quote', input: { symbol: 'AAPL' } }],
  chunk: 6,
}
/** Of the answer above: start, three blocks of start, deltas and stop, the ping, delta, stop. */
const eventCount = 20

const statuses = [408, 409, 429, 500, 529]
/** Seconds of the fast clock; what is absurd is a century, a date that is over, and words. */
const waits: readonly (Readonly<Record<string, string>> | undefined)[] = [
  undefined,
  { 'retry-after': '1' },
  { 'retry-after-ms': '700' },
  { 'retry-after': '3155760000' },
  { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  { 'retry-after': '-1' },
  { 'retry-after': 'soon' },
  { 'retry-after-ms': 'NaN', 'retry-after': '1e9' },
]
const faults: readonly FakeStreamFault['kind'][] = ['error', 'reset', 'end']

type End = {
  deltas: string
  usage: LlmUsage | undefined
  response?: LlmResponse
  error?: StarkMatterError
  /** What the API saw of it. */
  asked: readonly FakeApiRequest[]
}

let api: FakeMessagesApi
let llm: LlmPort
/** What is still to be answered to each case, which is told by its system text. */
const scripts = new Map<string, FakeReply[]>()
let cases = 0

beforeAll(async () => {
  api = await createFakeMessagesApi({
    replies: (request) =>
      scripts.get(nameOf(request))?.shift() ?? { status: 400, message: 'asked too often' },
  })
  llm = anthropic({ apiKey: 'k', baseURL: api.url, clock: fastClock(50), random: () => 0.5 })
})
afterAll(() => api.close())

const isGivenUp = ({ error }: End) => error?.code === 'ABORTED' || error?.code === 'TIMEOUT'

function isOf(name: string, body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('system' in body)) return false
  return Array.isArray(body.system) && body.system[0]?.text === name
}

function nameOf({ system }: Pick<FakeMessagesRequest, 'system'>): string {
  const [block] = typeof system === 'string' || !system ? [] : system
  return block?.text ?? ''
}

type Case = { replies: FakeReply[]; timeoutMs?: number; abortAfter?: number }

/** Runs a case to its end, whatever that is. */
async function run({
  replies,
  timeoutMs = 3_000_000,
  abortAfter = Number.POSITIVE_INFINITY,
}: Case): Promise<End> {
  const name = `case ${cases++}`
  const before = api.requests.length
  scripts.set(name, [...replies])
  const request: LlmRequest = {
    role: 'deep',
    system: name,
    tools: [{ name: 'quote', description: '', inputSchema: { type: 'object' } }],
    toolChoice: 'auto',
    messages: [{ role: 'user', content: [{ type: 'text', text: 'How is AAPL?' }] }],
    maxOutputTokens: 1000,
  }
  const controller = new AbortController()
  const end: End = { deltas: '', usage: undefined, asked: [] }
  let events = 0
  try {
    if (abortAfter === 0) setTimeout(() => controller.abort(), 2)
    for await (const event of llm.stream(request, { signal: controller.signal, timeoutMs })) {
      events += 1
      if (event.type === 'text') end.deltas += event.delta
      if (event.type === 'usage') end.usage = event.usage
      if (event.type === 'done') end.response = event.response
      if (events === abortAfter) controller.abort()
    }
  } catch (thrown) {
    if (!StarkMatterError.is(thrown)) throw thrown
    end.error = thrown
  }
  const asked = api.requests.slice(before).filter(({ body }) => isOf(name, body))
  return { ...end, asked }
}

/** All cases, some at a time. */
async function runAll<one extends Case>(all: readonly one[], check: (end: End, one: one) => void) {
  const queue = [...all]
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) check(await run(one), one)
  }
  await Promise.all(Array.from({ length: 24 }, worker))
}

/** What holds for every end: whole or typed, paid for once, and never more shown than there was. */
function expectSound(end: End, isReset = false) {
  const begun = end.asked.filter(({ events }) => events.includes('message_start'))
  // The vendor charged once at most, and whoever pays knows of it, unless nobody waited for it, or a reset swallowed it.
  expect(begun.length).toBeLessThanOrEqual(1)
  if (begun.length === 0) expect(end.usage).toBeUndefined()
  else if (!isGivenUp(end) && !isReset) expect(end.usage?.inputTokens).toBeGreaterThan(0)
  expect([end.response, end.error].filter(Boolean)).toHaveLength(1)
  if (end.response) {
    expect(end.deltas).toBe('One two three.')
    expect(end.response.content.map(({ type }) => type)).toEqual(['opaque', 'text', 'tool-call'])
    expect(end.usage).toEqual(end.response.usage)
  } else {
    expect('One two three.'.startsWith(end.deltas)).toBe(true)
    // The output that was seen is paid for, too.
    if (end.deltas !== '') expect(end.usage?.outputTokens).toBeGreaterThanOrEqual(end.deltas.length / 4)
  }
}

test('the answer has the events that the matrix breaks', async () => {
  const { asked } = await run({ replies: [answer] })
  expect(asked[0]?.events).toHaveLength(eventCount)
})

/** Everything is decided within a second or so; a machine that is busy with other things may take its time. */
const patience = { timeout: 120_000 }

describe('a refusal, then an answer', patience, () => {
  test('is retried when waiting is in time, and else thrown at once', async () => {
    const all = statuses.flatMap((status) =>
      waits.map((headers) => {
        const refusal: FakeFailure = { status, ...(headers ? { headers } : {}) }
        return { status, headers, replies: [refusal, refusal, answer] }
      }),
    )
    await runAll(all, (end, { status, headers }) => {
      expectSound(end)
      const isTooLong = headers?.['retry-after'] === '3155760000'
      if (!isTooLong) expect(end.response).toBeDefined()
      else expect(end.error?.code).toBe(status === 429 ? 'RATE_LIMITED' : 'UPSTREAM')
    })
  })

  test('that never comes ends with the last refusal, typed', async () => {
    const all = statuses.flatMap((status) =>
      waits.map((headers) => ({
        status,
        replies: Array.from({ length: 9 }, () => ({ status, ...(headers ? { headers } : {}) })),
      })),
    )
    await runAll(all, (end, { status }) => {
      expectSound(end)
      expect(end.error).toMatchObject({ code: status === 429 ? 'RATE_LIMITED' : 'UPSTREAM', retryable: true })
    })
  })
})

describe('a stream that breaks at any event, after a refusal', patience, () => {
  test('is begun anew when nothing had come, and is a typed error that can be retried when something had', async () => {
    const all = statuses.flatMap((status) =>
      waits.slice(0, 3).flatMap((headers) =>
        faults.flatMap((kind) =>
          Array.from({ length: eventCount }, (_, at) => ({
            at,
            kind,
            replies: [
              { status, ...(headers ? { headers } : {}) },
              { ...answer, fault: { at, kind } },
              answer,
            ],
          })),
        ),
      ),
    )
    expect(all).toHaveLength(900)
    await runAll(all, (end, { at, kind }) => {
      expectSound(end, kind === 'reset')
      if (at === 0 && kind !== 'reset') expect(end.response).toBeDefined()
      else expect(end.error).toMatchObject({ code: 'UPSTREAM', retryable: true })
    })
  })

  test('or falls silent, ends with its deadline', async () => {
    const all = Array.from({ length: eventCount }, (_, at) => ({
      timeoutMs: 15_000,
      replies: [{ ...answer, fault: { at, kind: 'silence' as const } }],
    }))
    await runAll(all, (end) => {
      expectSound(end)
      expect(end.error).toMatchObject({ code: 'TIMEOUT', timeoutMs: 15_000 })
    })
  })
})

describe('whoever has had enough', patience, () => {
  test('aborts at any event of any stream, broken or not', async () => {
    const all = [undefined, ...faults].flatMap((kind) =>
      Array.from({ length: 8 }, (_, abortAfter) => ({
        abortAfter,
        kind,
        replies: [{ ...answer, eventDelayMs: 1, ...(kind ? { fault: { at: 9, kind } } : {}) }],
      })),
    )
    await runAll(all, (end, { kind }) => {
      expectSound(end, kind === 'reset')
      if (end.error) expect(['ABORTED', 'UPSTREAM']).toContain(end.error.code)
    })
  })

  test('aborts while a refusal is waited out', async () => {
    const all = statuses.flatMap((status) =>
      waits.slice(0, 3).map((headers) => ({
        abortAfter: 0,
        replies: [{ status, ...(headers ? { headers } : {}) }, { status }, { status }, answer],
      })),
    )
    await runAll(all, (end) => {
      expectSound(end)
      if (end.error) expect(end.error.code).toBe('ABORTED')
    })
  })

  test('has set a deadline that ends a slow stream at any event', async () => {
    const all = Array.from({ length: eventCount }, (_, index) => ({
      timeoutMs: 500 + 200 * index,
      replies: [{ ...answer, eventDelayMs: 3 }],
    }))
    await runAll(all, (end) => {
      expectSound(end)
      if (end.error) expect(end.error.code).toBe('TIMEOUT')
    })
  })
})
