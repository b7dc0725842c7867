import Anthropic, { APIError, OverloadedError } from '@anthropic-ai/sdk'
import { afterEach, describe, expect, test } from 'vitest'
import { createFakeMessagesApi, type FakeMessagesApi } from './fake-messages-api.ts'
import type { FakeFailure, FakeReply, FakeStreamFault } from './reply.ts'
import type { FakeMessagesApiOptions } from './respond.ts'

const open: FakeMessagesApi[] = []
afterEach(async () => {
  for (const api of open.splice(0)) await api.close()
})

async function start(replies: FakeMessagesApiOptions['replies'] = [], options: FakeMessagesApiOptions = {}) {
  const api = await createFakeMessagesApi({ replies, ...options })
  open.push(api)
  const client = new Anthropic({
    apiKey: 'sk-test',
    baseURL: api.url,
    openTelemetry: false,
    logLevel: 'off',
    maxRetries: 0,
  })
  return { api, client }
}

const question = {
  model: 'claude-sonnet-5-5',
  max_tokens: 500,
  messages: [{ role: 'user' as const, content: 'How is AAPL?' }],
}
const tools = [{ name: 'quote', input_schema: { type: 'object' as const } }]

describe('an answer', () => {
  const said: FakeReply = {
    thinking: 'Two calls at once.',
    text: 'Let me look. Größe: ok.',
    toolCalls: [
      { name: 'quote', input: { symbol: 'AAPL' } },
      { name: 'quote', input: { symbol: 'MSFT' } },
    ],
  }
  const content = [
    { type: 'thinking', thinking: 'Two calls at once.' },
    { type: 'text', text: 'Let me look. Größe: ok.' },
    { type: 'tool_use', name: 'quote', input: { symbol: 'AAPL' } },
    { type: 'tool_use', name: 'quote', input: { symbol: 'MSFT' } },
  ]

  test('is the same whole and streamed, thinking and parallel calls included', async () => {
    const { client, api } = await start([said, said])
    const whole = await client.messages.create({ ...question, tools })
    const streamed = await client.messages.stream({ ...question, tools }).finalMessage()
    expect(whole).toMatchObject({ content, stop_reason: 'tool_use' })
    expect(streamed).toMatchObject({ content, stop_reason: 'tool_use' })
    expect(streamed.usage.output_tokens).toBe(whole.usage.output_tokens)
    expect(api.billed.output_tokens).toBe(2 * whole.usage.output_tokens)
  })

  test('is structured output when it is JSON', async () => {
    const { client } = await start([{ json: { ok: true } }])
    const schema = {
      type: 'object',
      properties: { ok: { type: 'boolean' } },
      required: ['ok'],
      additionalProperties: false,
    }
    const message = await client.messages.parse({
      ...question,
      output_config: { format: { type: 'json_schema', schema } },
    })
    expect(message.content).toMatchObject([{ type: 'text', text: '{"ok":true}' }])
  })

  test('ends where max_tokens ends it', async () => {
    const { client } = await start(['x'.repeat(100)])
    expect(await client.messages.create({ ...question, max_tokens: 5 })).toMatchObject({
      stop_reason: 'max_tokens',
      content: [{ text: 'x'.repeat(20) }],
      usage: { output_tokens: 5 },
    })
  })

  test('may come from a function, which sees what was asked', async () => {
    const { client } = await start(
      ({ messages }, index) => `${index}: ${JSON.stringify(messages[0]?.content)}`,
    )
    expect(await client.messages.create(question)).toMatchObject({ content: [{ text: '0: "How is AAPL?"' }] })
  })
})

describe('what is remembered', () => {
  test('never holds a key', async () => {
    const { client, api } = await start(['Fine.'])
    await client.messages.create(question)
    expect(api.requests).toMatchObject([
      { method: 'POST', path: '/v1/messages', status: 200, body: question },
    ])
    expect(JSON.stringify(api.requests)).not.toContain('sk-test')
  })

  test('prompts that begin alike are read from the cache', async () => {
    const { client } = await start(['One.', 'Two.'], { minimumCacheTokens: 0 })
    const system = [
      { type: 'text' as const, text: 'x'.repeat(400), cache_control: { type: 'ephemeral' as const } },
    ]
    const first = await client.messages.create({ ...question, system })
    const second = await client.messages.create({ ...question, system })
    expect(first.usage.cache_read_input_tokens).toBe(0)
    expect(first.usage.cache_creation_input_tokens).toBeGreaterThan(100)
    expect(second.usage.cache_read_input_tokens).toBe(first.usage.cache_creation_input_tokens)
    expect(second.usage.cache_creation_input_tokens).toBe(0)
  })
})

describe('failures', () => {
  test.each([400, 401, 403, 404, 408, 409, 413, 429, 500, 503, 529])(
    '%i is told as the API tells it',
    async (status) => {
      const { client } = await start([{ status, errorCode: 'some_code' }])
      const error = await client.messages.create(question).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(APIError)
      expect(error).toMatchObject({ status, errorCode: 'some_code', requestID: 'req_1' })
    },
  )

  test('529 is an overload', async () => {
    const { client } = await start([{ status: 529 }])
    await expect(client.messages.create(question)).rejects.toBeInstanceOf(OverloadedError)
  })

  test('headers steer the retries of the SDK', async () => {
    const busy: FakeFailure = { status: 429, headers: { 'retry-after-ms': '1' } }
    const { client, api } = await start([
      busy,
      busy,
      'Fine.',
      { ...busy, headers: { 'x-should-retry': 'false' } },
    ])
    const patient = client.withOptions({ maxRetries: 2 })
    expect(await patient.messages.create(question)).toMatchObject({ content: [{ text: 'Fine.' }] })
    await expect(patient.messages.create(question)).rejects.toMatchObject({ status: 429 })
    expect(api.requests).toHaveLength(4)
  })

  test('a plan fails any path, as often as it says, until it is healed', async () => {
    const { client, api } = await start(['Fine.'])
    api.fail({ status: 503 }, { path: /models/ })
    await expect(client.models.retrieve('claude-sonnet-5-5')).rejects.toMatchObject({ status: 503 })
    expect(await client.messages.create(question)).toMatchObject({ stop_reason: 'end_turn' })
    api.heal()
    expect(await client.models.retrieve('claude-sonnet-5-5')).toMatchObject({ lifecycle: 'active' })
  })

  test.each<[string, FakeStreamFault, RegExp]>([
    ['an error event', { at: 3, kind: 'error' }, /overloaded/i],
    ['a reset', { at: 3, kind: 'reset' }, /terminated|ECONNRESET/],
    ['a clean end', { at: 3, kind: 'end' }, /ended without/],
  ])('%s breaks a stream at its event', async (_, fault, expected) => {
    const { client, api } = await start([{ text: 'one two three four', chunk: 4, fault }])
    await expect(client.messages.stream(question).finalMessage()).rejects.toThrow(expected)
    expect(api.requests[0]?.events).toEqual(['message_start', 'content_block_start', 'ping'])
    expect(api.billed).toMatchObject({ output_tokens: 1 })
  })

  test.each([
    { connection: 'reset' } as const,
    { text: 'A long answer.', fault: { at: 0, kind: 'reset' } } as const,
  ])('a connection is cut: %j', async (reply) => {
    const { client, api } = await start([reply])
    await expect(client.messages.create(question)).rejects.toThrow()
    expect(api.billed.output_tokens).toBe(0)
  })

  test('silence lasts until the client hangs up, which is seen', async () => {
    const { client, api } = await start([{ text: 'one two', fault: { at: 2, kind: 'silence' } }])
    const stream = client.messages.stream(question)
    stream.on('streamEvent', ({ type }) => type === 'content_block_start' && stream.abort())
    await expect(stream.finalMessage()).rejects.toThrow(/abort/)
    await expect.poll(() => api.requests[0]?.state).toBe('broken')
  })
})

describe('what the real API would refuse', () => {
  const call = { type: 'tool_use', id: 'toolu_a', name: 'quote', input: {} }
  const result = { type: 'tool_result', tool_use_id: 'toolu_a', content: 'ok' }
  const schema = {
    type: 'object',
    properties: { n: { type: 'number', minimum: 0 } },
    additionalProperties: false,
  }
  const marked = { type: 'text', text: 'x', cache_control: { type: 'ephemeral' } }
  const optional = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [`p${index}`, { type: 'string' }]),
  )

  test.each<[object, RegExp]>([
    [{ temperature: 0 }, /^temperature: Extra inputs are not permitted$/],
    [{ max_tokens: undefined }, /^max_tokens: Field required$/],
    [{ max_tokens: 1e6 }, /max_tokens/],
    [{ messages: [] }, /at least one message/],
    [{ messages: [{ role: 'user', content: ' ' }] }, /non-empty/],
    [{ messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }] }, /non-whitespace/],
    [
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'a', colour: 'red' }] }] },
      /colour: Extra inputs/,
    ],
    [{ messages: [{ role: 'assistant', content: 'a' }] }, /first message/],
    [{ messages: [...question.messages, { role: 'assistant', content: 'a' }] }, /prefill/],
    [
      {
        tools,
        messages: [...question.messages, { role: 'assistant', content: [call] }, ...question.messages],
      },
      /without `tool_result`/,
    ],
    [{ tools, messages: [{ role: 'user', content: [result] }] }, /unexpected `tool_use_id`/],
    [
      {
        messages: [
          ...question.messages,
          { role: 'assistant', content: [call] },
          { role: 'user', content: [result] },
        ],
      },
      /must define tools/,
    ],
    [
      {
        messages: [
          ...question.messages,
          { role: 'assistant', content: [{ type: 'thinking', thinking: 'a', signature: 'forged' }] },
          ...question.messages,
        ],
      },
      /Invalid `signature`/,
    ],
    [{ tools: [...tools, ...tools] }, /unique/],
    [{ tools: [{ name: 'no spaces', input_schema: { type: 'object' } }] }, /tools\.0\.name/],
    [{ tools: [{ name: 'a', input_schema: { type: 'array' } }] }, /input_schema\.type/],
    [{ tool_choice: { type: 'auto' } }, /tool_choice/],
    [{ system: [marked, marked, marked, marked, marked] }, /maximum of 4/],
    [{ output_config: { format: { type: 'json_schema', schema } } }, /'minimum' is not supported/],
    [
      { output_config: { format: { type: 'json_schema', schema: { type: 'object' } } } },
      /additionalProperties/,
    ],
    [
      {
        output_config: {
          format: {
            type: 'json_schema',
            schema: {
              type: 'object',
              properties: { again: { $ref: '#' } },
              required: ['again'],
              additionalProperties: false,
            },
          },
        },
      },
      /Recursive/,
    ],
    [
      {
        output_config: {
          format: {
            type: 'json_schema',
            schema: { type: 'object', properties: optional, additionalProperties: false },
          },
        },
      },
      /too many optional/,
    ],
    [{ thinking: { type: 'enabled', budget_tokens: 10 } }, /budget_tokens/],
  ])('is refused with 400: %j', async (changes, expected) => {
    const { client, api } = await start(['Fine.'])
    const error = await client
      .post('/v1/messages', { body: { ...question, ...changes } })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      apiMessage: expect.stringMatching(expected),
    })
    expect(api.billed.input_tokens).toBe(0)
  })

  test('a conversation with tools and thinking goes through when it comes back as it was', async () => {
    const { client } = await start([
      { thinking: 'Look it up.', toolCalls: [{ name: 'quote', input: {} }] },
      'Fine.',
    ])
    const first = await client.messages.create({ ...question, tools })
    const results = first.content.flatMap((block) =>
      block.type === 'tool_use'
        ? [{ type: 'tool_result' as const, tool_use_id: block.id, content: '1' }]
        : [],
    )
    const messages = [
      ...question.messages,
      { role: 'assistant' as const, content: first.content },
      { role: 'user' as const, content: results },
    ]
    expect(await client.messages.create({ ...question, tools, messages })).toMatchObject({
      content: [{ text: 'Fine.' }],
    })
  })

  test('a wrong key, an old version and a retired model are refused', async () => {
    const { client, api } = await start(['Fine.'], { apiKey: 'sk-good' })
    await expect(client.messages.create(question)).rejects.toMatchObject({ status: 401 })
    const good = client.withOptions({ apiKey: 'sk-good' })
    await expect(
      good.messages.create(question, { headers: { 'anthropic-version': '2023-06-01' } }),
    ).rejects.toMatchObject({ status: 400 })
    await expect(good.messages.create({ ...question, model: 'claude-opus-4-1' })).rejects.toMatchObject({
      status: 404,
    })
    expect(api.requests).toHaveLength(3)
  })
})

describe('other paths', () => {
  test('tokens are counted without an answer', async () => {
    const { client, api } = await start()
    const { max_tokens: _, ...counted } = question
    const { input_tokens } = await client.messages.countTokens(counted)
    expect(input_tokens).toBeGreaterThan(5)
    expect(api.billed.input_tokens).toBe(0)
  })

  test('the list of models leaves out retired ones unless they are asked for', async () => {
    const { client } = await start()
    const idsOf = async (query?: Anthropic.ModelListParams) => {
      const ids: string[] = []
      for await (const { id } of client.models.list(query)) ids.push(id)
      return ids
    }
    expect(await idsOf()).toContain('claude-sonnet-4-5')
    expect(await idsOf()).not.toContain('claude-opus-4-1')
    expect(await idsOf({ lifecycle: ['retired'] })).toEqual(['claude-opus-4-1', 'claude-3-sonnet-20240229'])
    expect(await client.models.retrieve('claude-opus-4-1')).toMatchObject({
      lifecycle: 'retired',
      line: 'opus',
    })
  })

  test('a batch ends after some polls, and its results come in another order', async () => {
    const { client, api } = await start(['A.', { status: 500 }, { batch: 'expired' }], { batchPolls: 2 })
    const requests = ['a', 'b', 'c'].map((custom_id) => ({ custom_id, params: question }))
    const { id } = await client.messages.batches.create({ requests })
    expect((await client.messages.batches.retrieve(id)).processing_status).toBe('in_progress')
    expect((await client.messages.batches.retrieve(id)).processing_status).toBe('in_progress')
    const results = []
    for await (const result of await client.messages.batches.results(id)) results.push(result)
    expect(results).toMatchObject([
      { custom_id: 'c', result: { type: 'expired' } },
      { custom_id: 'b', result: { type: 'errored', error: { error: { type: 'api_error' } } } },
      { custom_id: 'a', result: { type: 'succeeded', message: { content: [{ text: 'A.' }] } } },
    ])
    expect(api.billed.output_tokens).toBe(1)
  })

  test('a batch that is canceled bills nothing', async () => {
    const { client, api } = await start(['A.'], { batchPolls: 5 })
    const { id } = await client.messages.batches.create({ requests: [{ custom_id: 'a', params: question }] })
    expect(await client.messages.batches.cancel(id)).toMatchObject({ processing_status: 'ended' })
    const results = []
    for await (const result of await client.messages.batches.results(id)) results.push(result)
    expect(results).toMatchObject([{ result: { type: 'canceled' } }])
    expect(api.billed.output_tokens).toBe(0)
  })
})
