import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { synthetic } from '../../providers/synthetic/index.ts'
import { createFakeMessagesApi, type FakeMessagesRequest } from '../../testing/index.ts'
import { createAnalyst } from '../analyst/createAnalyst.ts'
import { clock, emptyTechnical } from '../analyst/test/fixtures.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { analystTools } from '../tools/analystTools.ts'
import { anthropic } from './anthropic.ts'

const lookUps = [
  { name: 'quote', input: { symbol: 'AAPL' } },
  { name: 'bars', input: { symbol: 'AAPL', interval: '1d', rows: 5 } },
]

/** What the vendor caches, in its order: the tools, the system text, and then the conversation. */
const prefixOf = ({ tools, system }: FakeMessagesRequest) => JSON.stringify([tools, system])
const conversationOf = ({ messages }: FakeMessagesRequest) => JSON.stringify(messages).slice(0, -1)

test('the prefix is the same to the byte over turns, runs and analysts, and the vendor’s cache finds it', async () => {
  const asked: FakeMessagesRequest[] = []
  await using api = await createFakeMessagesApi({
    replies(request) {
      asked.push(request)
      const turn = (request.messages.length - 1) / 2
      const call = lookUps[turn]
      return call ? { toolCalls: [call] } : { json: emptyTechnical }
    },
  })
  const runs = [
    { input: { symbol: 'AAPL' }, asOf: '2025-03-14', tools: analystTools },
    { input: { symbol: 'MSFT', question: 'Is the trend intact?' }, asOf: '2026-01-09', tools: analystTools },
    // The order in which tools are given changes nothing.
    { input: { symbols: ['NVDA', 'BTC/USD'] }, asOf: '2026-02-02', tools: [...analystTools].reverse() },
  ]
  const turns: FakeMessagesRequest[][] = []
  const reads: number[] = []
  for (const { input, asOf, tools } of runs) {
    const llm = anthropic({ apiKey: 'k', baseURL: api.url })
    const client = createClient({ providers: [synthetic()], clock })
    const analyst = createAnalyst({ llm, client, clock, tools, asOf, readNewsWith: 'rules' })
    const from = asked.length
    const before = api.billed.cache_read_input_tokens
    await analyst.report(technicalReport, input).result
    turns.push(asked.slice(from))
    reads.push(api.billed.cache_read_input_tokens - before)
  }
  const [first] = asked
  if (!first) throw new Error('Nothing was asked.')
  expect(asked.length).toBeGreaterThanOrEqual(9)
  expect(new Set(asked.map(prefixOf))).toEqual(new Set([prefixOf(first)]))
  // Each turn goes on from the one before it.
  for (const conversation of turns) {
    for (const [index, request] of conversation.entries()) {
      const next = conversation[index + 1]
      if (next) expect(conversationOf(next).startsWith(conversationOf(withoutMarks(request)))).toBe(true)
    }
  }
  // The later runs do not pay for the prefix again.
  const prefixTokens = Math.floor(prefixOf(first).length / 8)
  for (const read of reads) expect(read).toBeGreaterThan(prefixTokens)
})

/** Breakpoints of the cache are no part of what is cached. */
function withoutMarks(request: FakeMessagesRequest): FakeMessagesRequest {
  return JSON.parse(JSON.stringify(request, (key, value) => (key === 'cache_control' ? undefined : value)))
}
