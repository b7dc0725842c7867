import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  createFakeMessagesApi,
  type FakeApiRequest,
  type FakeMessagesApi,
  type FakeMessagesApiOptions,
} from '../../testing/index.ts'
import type { LlmBlock, LlmRequest, LlmStreamEvent } from '../llm/port.ts'
import { type AnthropicOptions, anthropic } from './anthropic.ts'

const open: FakeMessagesApi[] = []
afterEach(async () => {
  for (const api of open.splice(0)) await api.close()
})

async function start(
  replies: FakeMessagesApiOptions['replies'] = [],
  options: Partial<AnthropicOptions> = {},
  apiOptions: FakeMessagesApiOptions = {},
) {
  const api = await createFakeMessagesApi({ replies, ...apiOptions })
  open.push(api)
  const llm = anthropic({ apiKey: 'sk-ant-test-secret', baseURL: api.url, random: () => 1, ...options })
  return { api, llm }
}

const request: LlmRequest = {
  role: 'deep',
  system: 'You are terse.',
  tools: [
    { name: 'quote', description: 'The last price.', inputSchema: { type: 'object', properties: {} } },
    { name: 'bars', description: 'Bars.', inputSchema: { type: 'object', properties: {} } },
  ],
  toolChoice: 'auto',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'How is AAPL?' }] }],
  maxOutputTokens: 1000,
}
const plain: LlmRequest = { ...request, tools: [] }

const within = (timeoutMs = 5_000, signal = new AbortController().signal) => ({ signal, timeoutMs })

async function collect(events: AsyncIterable<LlmStreamEvent>) {
  const seen: LlmStreamEvent[] = []
  for await (const event of events) seen.push(event)
  return seen
}

const bodyOf = (asked: FakeApiRequest | undefined) => asked?.body

describe('a request', () => {
  test('is what the API of today takes: key as bearer, its version, no sampling, a prefix marked for the cache', async () => {
    const { api, llm } = await start(['Fine.'])
    await llm.complete(request, within())
    const [asked] = api.requests
    expect(asked?.headers).toMatchObject({ 'anthropic-version': '2026-10-21', authorization: '•••' })
    expect(bodyOf(asked)).toEqual({
      model: 'claude-sonnet-5-5',
      max_tokens: 1000,
      messages: [{ role: 'user', content: [{ type: 'text', text: 'How is AAPL?' }] }],
      system: [{ type: 'text', text: 'You are terse.', cache_control: { type: 'ephemeral' } }],
      // In alphabetical order, so that the prefix does not depend on who lists them.
      tools: [
        { name: 'bars', description: 'Bars.', input_schema: { type: 'object', properties: {} } },
        { name: 'quote', description: 'The last price.', input_schema: { type: 'object', properties: {} } },
      ],
      tool_choice: { type: 'auto' },
      cache_control: { type: 'ephemeral' },
    })
  })

  test('without tools is not going on, and marks only its system text', async () => {
    const { api, llm } = await start(['Fine.'])
    await llm.complete({ ...plain, role: 'fast' }, within())
    expect(bodyOf(api.requests[0])).not.toHaveProperty('cache_control')
    expect(bodyOf(api.requests[0])).toMatchObject({ model: 'claude-haiku-5-5' })
  })

  test('of another model or effort says so', async () => {
    const { api, llm } = await start(['Fine.'], {
      models: { deep: 'claude-opus-5-5' },
      effort: { deep: 'high' },
    })
    await llm.complete(plain, within())
    expect(bodyOf(api.requests[0])).toMatchObject({
      model: 'claude-opus-5-5',
      output_config: { effort: 'high' },
    })
  })

  test('with a schema gets JSON of that schema', async () => {
    const { api, llm } = await start([{ json: { score: 3 } }])
    const output = {
      type: 'object',
      properties: { score: { type: 'integer', minimum: 1, maximum: 5 } },
      required: ['score'],
    }
    const { content } = await llm.complete({ ...plain, output }, within())
    expect(content).toEqual([{ type: 'text', text: '{"score":3}' }])
    expect(bodyOf(api.requests[0])).toMatchObject({
      output_config: {
        format: {
          type: 'json_schema',
          schema: {
            additionalProperties: false,
            properties: { score: { type: 'integer', description: '{minimum: 1, maximum: 5}' } },
          },
        },
      },
    })
  })

  test('with a fraction of a millisecond left, or a month, is sent all the same', async () => {
    const { llm } = await start(['Fine.', 'Fine.'])
    expect(await llm.complete(plain, within(4_999.5))).toMatchObject({ stop: 'end' })
    expect(await llm.complete(plain, within(2 ** 31 - 1))).toMatchObject({ stop: 'end' })
  })

  test('longer than the SDK would wait for is sent all the same', async () => {
    const { llm } = await start(['Fine.'])
    expect(await llm.complete({ ...plain, maxOutputTokens: 60_000 }, within())).toMatchObject({ stop: 'end' })
  })
})

describe('a conversation', () => {
  const turn = {
    thinking: 'Both at once.',
    text: 'One moment.',
    toolCalls: [
      { name: 'quote', input: { symbol: 'AAPL' } },
      { name: 'bars', input: { symbol: 'AAPL' } },
    ],
  }

  test.each(['complete', 'stream'] as const)(
    'goes on with parallel calls and signed thinking (%s)',
    async (way) => {
      const { api, llm } = await start([turn, 'All is well.'], {}, { minimumCacheTokens: 0 })
      const ask = async (asked: LlmRequest) => {
        if (way === 'complete') return llm.complete(asked, within())
        const last = (await collect(llm.stream(asked, within()))).at(-1)
        if (last?.type !== 'done') throw new Error('not whole')
        return last.response
      }
      const first = await ask(request)
      expect(first).toMatchObject({
        model: 'claude-sonnet-5-5',
        stop: 'tool-calls',
        content: [
          { type: 'opaque' },
          { type: 'text', text: 'One moment.' },
          { type: 'tool-call', name: 'quote', input: { symbol: 'AAPL' } },
          { type: 'tool-call', name: 'bars', input: { symbol: 'AAPL' } },
        ],
      })
      const results = first.content.flatMap((block): LlmBlock[] =>
        block.type === 'tool-call'
          ? [{ type: 'tool-result', id: block.id, content: '1', isError: false }]
          : [],
      )
      const second = await ask({
        ...request,
        messages: [
          ...request.messages,
          { role: 'assistant', content: first.content },
          // Whatever stands beside results comes after them.
          { role: 'user', content: [{ type: 'text', text: 'Go on.' }, ...results] },
        ],
      })
      expect(second).toMatchObject({ stop: 'end', content: [{ type: 'text', text: 'All is well.' }] })
      // Everything of the first request is read from the cache in the second.
      expect(first.usage.cacheReadTokens).toBe(0)
      expect(second.usage.cacheReadTokens).toBe(first.usage.cacheWriteTokens)
      expect(api.billed.output_tokens).toBe(first.usage.outputTokens + second.usage.outputTokens)
    },
  )

  test('takes back only its own thinking', async () => {
    const { api, llm } = await start(['Fine.'])
    const content: LlmBlock[] = [
      { type: 'opaque', value: { type: 'reasoning', of: 'another vendor' } },
      { type: 'opaque', value: 7 },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'So far.' },
    ]
    const messages = [...request.messages, { role: 'assistant' as const, content }, ...request.messages]
    await llm.complete({ ...request, messages }, within())
    expect(bodyOf(api.requests[0])).toMatchObject({
      messages: [{}, { content: [{ type: 'text', text: 'So far.' }] }, {}],
    })
  })
})

describe('a stream', () => {
  test('tells usage, text and calls as they come, and the answer at its end', async () => {
    const reply = {
      text: 'one two three',
      toolCalls: [{ name: 'quote', input: { symbol: 'AAPL' } }],
      chunk: 4,
    }
    const { llm } = await start([reply])
    const events = await collect(llm.stream(request, within()))
    expect(events.map(({ type }) => type)).toEqual([
      'usage',
      ...['text', 'text', 'text', 'text'],
      'tool-call-started',
      'usage',
      'done',
    ])
    expect(events.at(-1)).toMatchObject({
      response: { stop: 'tool-calls', content: [{ text: 'one two three' }, { input: { symbol: 'AAPL' } }] },
    })
  })

  test('a call whose input is junk goes to the tool as text; one that was cut off was not made', async () => {
    const junk = { toolCalls: [{ name: 'quote', inputText: '{"symbol": AAPL' }] }
    const { llm } = await start([
      junk,
      { toolCalls: [{ name: 'quote', input: { symbol: 'x'.repeat(100) } }] },
    ])
    expect((await collect(llm.stream(request, within()))).at(-1)).toMatchObject({
      response: { stop: 'tool-calls', content: [{ type: 'tool-call', input: '{"symbol": AAPL' }] },
    })
    expect((await collect(llm.stream({ ...request, maxOutputTokens: 10 }, within()))).at(-1)).toMatchObject({
      response: { stop: 'max-tokens', content: [] },
    })
  })

  test('that nobody reads on is hung up', async () => {
    const { api, llm } = await start([{ text: 'x'.repeat(2000), eventDelayMs: 2 }])
    for await (const event of llm.stream(request, within())) if (event.type === 'text') break
    await expect.poll(() => api.requests[0]?.state).toBe('broken')
  })

  test.each(['refusal', 'pause_turn', 'model_context_window_exceeded'] as const)(
    'may stop with %s',
    async (stopReason) => {
      const { llm } = await start([{ text: 'No.', stopReason }])
      const stops = { refusal: 'refusal', pause_turn: 'other', model_context_window_exceeded: 'max-tokens' }
      expect((await collect(llm.stream(plain, within()))).at(-1)).toMatchObject({
        response: { stop: stops[stopReason] },
      })
    },
  )
})

describe('errors', () => {
  test.each([
    [{ status: 400, message: 'prompt is too long' }, { code: 'BAD_REQUEST' }],
    [{ status: 401 }, { code: 'INVALID_KEY' }],
    [{ status: 402 }, { code: 'QUOTA_EXHAUSTED' }],
    [{ status: 403 }, { code: 'NOT_ENTITLED' }],
    [{ status: 404 }, { code: 'BAD_REQUEST' }],
    [{ status: 413 }, { code: 'BAD_REQUEST' }],
    [{ status: 429, errorCode: 'enforced_spend_limit_reached' }, { code: 'QUOTA_EXHAUSTED' }],
    [{ status: 400, errorCode: 'contract_spend_limit_reached' }, { code: 'QUOTA_EXHAUSTED' }],
    [
      { status: 429, headers: { 'retry-after': '30' } },
      { code: 'RATE_LIMITED', retryAfterMs: 30_000 },
    ],
    [{ status: 429, headers: { 'retry-after-ms': '99999999999' } }, { code: 'RATE_LIMITED' }],
    [
      { status: 500, headers: { 'x-should-retry': 'false' } },
      { code: 'UPSTREAM', status: 500 },
    ],
    [
      { status: 529, headers: { 'retry-after': '30' } },
      { code: 'UPSTREAM', status: 529 },
    ],
    [
      { status: 503, body: '<html>Bad gateway</html>', headers: { 'retry-after': '30' } },
      { code: 'UPSTREAM' },
    ],
  ])('%j is %j, after one request', async (reply, expected) => {
    const { api, llm } = await start([reply])
    const error = await llm.complete(plain, within()).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ ...expected, provider: 'anthropic' })
    expect(JSON.stringify(error)).not.toContain('secret')
    expect(api.requests.filter(({ path }) => path === '/v1/messages')).toHaveLength(1)
  })

  test('a date in retry-after is waited for, a date that is over is not', async () => {
    const soon = new Date(Date.now() + 3_600_000).toUTCString()
    const { llm } = await start([{ status: 429, headers: { 'retry-after': soon } }])
    const error = await llm.complete(plain, within()).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: expect.closeTo(3_600_000, -4) })
  })

  test('what was refused is asked again, as soon as the vendor allows', async () => {
    const busy = { status: 529, headers: { 'retry-after-ms': '1' } }
    const { api, llm } = await start([busy, { ...busy, status: 409 }, { connection: 'reset' }, 'Fine.'])
    expect(await llm.complete(plain, within())).toMatchObject({ content: [{ text: 'Fine.' }] })
    expect(api.requests.map(({ status }) => status)).toEqual([529, 409, 0, 200])
  })

  test.each(['reset', 'end'] as const)(
    'an answer that breaks off (%s) may have been billed, and is not asked for again',
    async (kind) => {
      const { api, llm } = await start([{ text: 'Fine.', fault: { at: 0, kind } }, 'Fine.'])
      await expect(llm.complete(plain, within())).rejects.toMatchObject({ code: 'UPSTREAM', retryable: true })
      expect(api.requests).toHaveLength(1)
    },
  )

  test('an answer that is not one is UPSTREAM, and is not paid for again', async () => {
    const { api, llm } = await start([{ status: 200, body: '<html>Welcome</html>' }])
    await expect(llm.complete(plain, within())).rejects.toMatchObject({ code: 'UPSTREAM', retryable: true })
    expect(api.requests).toHaveLength(1)
  })

  test('nobody there is NETWORK', async () => {
    const llm = anthropic({ apiKey: 'k', baseURL: 'http://127.0.0.1:1', maxRetries: 0 })
    await expect(llm.complete(plain, within())).rejects.toMatchObject({ code: 'NETWORK' })
  })

  test('without a key nothing is sent', async () => {
    const { api, llm } = await start(['Fine.'], { apiKey: ' ' })
    await expect(llm.complete(plain, within())).rejects.toMatchObject({ code: 'INVALID_KEY' })
    await expect(llm.check(within())).rejects.toMatchObject({ code: 'INVALID_KEY' })
    await expect(collect(llm.stream(plain, within()))).rejects.toMatchObject({ code: 'INVALID_KEY' })
    expect(api.requests).toHaveLength(0)
  })

  test('a schema or a tool that cannot be sent is refused before anything is sent', async () => {
    const { api, llm } = await start(['Fine.'])
    const output = { type: 'object', properties: { again: { $ref: '#' } } }
    const tools = [{ name: 'a tool', description: '', inputSchema: { type: 'object' } }]
    await expect(llm.complete({ ...plain, output }, within())).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(collect(llm.stream({ ...plain, tools }, within()))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    expect(api.requests).toHaveLength(0)
  })

  test('an aborted signal and a deadline end a call, before it and in it', async () => {
    const { api, llm } = await start(() => ({ text: 'Late.', delayMs: 10_000 }))
    const controller = new AbortController()
    const call = llm.complete(plain, within(60_000, controller.signal))
    await vi.waitFor(() => expect(api.requests).toHaveLength(1))
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' })
    await expect(llm.complete(plain, within(60_000, controller.signal))).rejects.toMatchObject({
      code: 'ABORTED',
    })
    await expect(llm.complete(plain, within(30))).rejects.toMatchObject({ code: 'TIMEOUT', timeoutMs: 30 })
    await expect(collect(llm.stream(plain, within(30)))).rejects.toMatchObject({ code: 'TIMEOUT' })
    // None was tried again.
    expect(api.requests.length).toBeLessThanOrEqual(3)
  })
})

test('tokens are counted without being asked for', async () => {
  const { api, llm } = await start()
  expect(await llm.count(request, within())).toBeGreaterThan(20)
  expect(api.requests.map(({ path }) => path)).toEqual(['/v1/messages/count_tokens'])
})

describe('a batch', () => {
  const requests = ['first', 'Zürich / 2', 'third'].map((id) => ({ id, request: plain }))

  test('gives each result under the id it was asked with, whatever the order', async () => {
    const replies = ['A.', { status: 500 }, { batch: 'expired' as const }]
    const { api, llm } = await start(replies, { pollMs: 1 }, { batchPolls: 3 })
    const results = []
    for await (const result of llm.batch(requests, within())) results.push(result)
    expect(results).toMatchObject([
      { id: 'third', error: { code: 'UPSTREAM', retryable: true } },
      { id: 'Zürich / 2', error: { code: 'UPSTREAM' } },
      { id: 'first', response: { stop: 'end', content: [{ text: 'A.' }] } },
    ])
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('a batch that nobody waits for any longer is cancelled', async () => {
    const { api, llm } = await start(['A.', 'B.', 'C.'], { pollMs: 1 }, { batchPolls: 1e9 })
    const controller = new AbortController()
    const waiting = async () => {
      for await (const _ of llm.batch(requests, within(60_000, controller.signal))) throw new Error('not yet')
    }
    const waited = waiting()
    // It was taken, and looked at.
    await vi.waitFor(() => expect(api.requests.length).toBeGreaterThan(1))
    controller.abort()
    await expect(waited).rejects.toMatchObject({ code: 'ABORTED' })
    expect(api.requests.at(-1)?.path).toMatch(/\/cancel$/)
    expect(api.billed.output_tokens).toBe(0)
  })

  test('is not sent again when nobody knows whether it was taken', async () => {
    const { api, llm } = await start(['A.'], { pollMs: 1 })
    api.fail({ connection: 'reset' }, { path: /batches$/ })
    const waiting = async () => {
      for await (const _ of llm.batch(requests, within())) throw new Error('not sent')
    }
    await expect(waiting()).rejects.toMatchObject({ code: 'NETWORK' })
    expect(api.requests).toHaveLength(1)
  })

  test('looking is tried again', async () => {
    const { api, llm } = await start(['A.', 'B.', 'C.'], { pollMs: 1 })
    api.fail({ status: 529, headers: { 'retry-after-ms': '1' } }, { path: /batches\/[^/]+$/, times: 2 })
    const results = []
    for await (const result of llm.batch(requests, within())) results.push(result)
    expect(results).toHaveLength(3)
  })
})
