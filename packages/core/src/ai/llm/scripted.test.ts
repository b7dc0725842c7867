import { expect, test } from 'vitest'
import { UpstreamError } from '../../errors/index.ts'
import type { LlmRequest, LlmStreamEvent } from './port.ts'
import { type ScriptedFault, scripted } from './scripted.ts'

const request: LlmRequest = {
  role: 'deep',
  system: 'You are terse.',
  tools: [],
  toolChoice: 'auto',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'How is AAPL?' }] }],
  maxOutputTokens: 1000,
}

const within = (timeoutMs = 1000, signal = new AbortController().signal) => ({ signal, timeoutMs })

async function collect(events: AsyncIterable<LlmStreamEvent>) {
  const seen: LlmStreamEvent[] = []
  for await (const event of events) seen.push(event)
  return seen
}

test('answers come in the order of the script, and there are no more than it has', async () => {
  const llm = scripted(['Fine.', { toolCalls: [{ name: 'quote', input: { symbol: 'AAPL' } }] }])
  expect(await llm.complete(request, within())).toMatchObject({ stop: 'end', content: [{ text: 'Fine.' }] })
  expect(await llm.complete(request, within())).toMatchObject({
    stop: 'tool-calls',
    content: [{ type: 'tool-call', name: 'quote', input: { symbol: 'AAPL' } }],
  })
  await expect(llm.complete(request, within())).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(llm.requests).toHaveLength(3)
})

test('a stream is the same answer in pieces, with usage before the end', async () => {
  const script = [{ json: { a: 'one two three' }, toolCalls: [{ name: 'quote', input: {} }] }]
  const whole = await scripted(script).complete(request, within())
  const events = await collect(scripted(script, { chunk: 4 }).stream(request, within()))
  const text = events.map((event) => (event.type === 'text' ? event.delta : '')).join('')
  expect(JSON.parse(text)).toEqual({ a: 'one two three' })
  expect(events.at(-1)).toEqual({ type: 'done', response: whole })
  expect(events.at(-2)).toEqual({ type: 'usage', usage: whole.usage })
})

test('no answer is longer than was allowed', async () => {
  const long = await scripted(['x'.repeat(1000)]).complete({ ...request, maxOutputTokens: 10 }, within())
  expect(long).toMatchObject({ stop: 'max-tokens', usage: { outputTokens: 10 } })
  const call = { toolCalls: [{ name: 'quote', input: 'x'.repeat(1000) }] }
  expect(await scripted([call]).complete({ ...request, maxOutputTokens: 10 }, within())).toMatchObject({
    stop: 'max-tokens',
    content: [],
  })
})

test.each<[string, ScriptedFault, object]>([
  ['error', { kind: 'error', error: new UpstreamError('Overloaded.'), at: 2 }, { code: 'UPSTREAM' }],
  ['silence', { kind: 'silence', at: 2 }, { code: 'TIMEOUT' }],
])('a fault (%s) takes the place of its event', async (_, fault, expected) => {
  const llm = scripted([{ text: 'one two three four', fault }], { chunk: 4 })
  const seen: LlmStreamEvent[] = []
  const reading = async () => {
    for await (const event of llm.stream(request, within(50))) seen.push(event)
  }
  await expect(reading()).rejects.toMatchObject(expected)
  expect(seen.map(({ type }) => type)).toEqual(['usage', 'text'])
})

test('a stream may end without a word', async () => {
  const llm = scripted([{ text: 'one two three four', fault: { kind: 'end', at: 1 } }])
  expect((await collect(llm.stream(request, within()))).map(({ type }) => type)).toEqual(['usage'])
})

test('a signal ends a call', async () => {
  const controller = new AbortController()
  const call = scripted(() => new Promise(() => {})).complete(request, within(60_000, controller.signal))
  controller.abort()
  await expect(call).rejects.toMatchObject({ code: 'ABORTED' })
})

test('a batch answers each request, the failed ones too', async () => {
  const llm = scripted(['yes', { fault: { kind: 'error', error: new UpstreamError('Overloaded.') } }])
  const results = []
  const requests = ['a', 'b'].map((id) => ({ id, request }))
  for await (const result of llm.batch(requests, within())) results.push(result)
  expect(results).toMatchObject([
    { id: 'a', response: { stop: 'end' } },
    { id: 'b', error: { code: 'UPSTREAM' } },
  ])
})
