import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { expect } from 'vitest'

const names = [
  'bars',
  'calendar',
  'fundamentals',
  'indicator',
  'news_search',
  'quote',
  'screen',
  'sentiment_summary',
]

/** One tool call, as its text. */
export async function textOf(client: Client, name: string, input: Record<string, unknown>) {
  const result = await client.callTool({ name, arguments: input })
  const [block] = Array.isArray(result.content) ? result.content : []
  return { text: String(block?.text), isError: result.isError, meta: result._meta }
}

/** What holds of a server with the watchlist AAPL, BTC/USD, whatever way it was connected to. */
export async function expectTheWholeServer(client: Client): Promise<void> {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(names)
  for (const { inputSchema, annotations } of tools) {
    expect(inputSchema.type).toBe('object')
    expect(annotations?.readOnlyHint).toBe(true)
  }
  const bars = await textOf(client, 'bars', { symbol: 'AAPL', interval: '1d', rows: 5 })
  const read = JSON.parse(bars.text)
  expect(bars.isError).toBe(false)
  expect(read).toMatchObject({ ref: expect.stringMatching(/^ev_[0-9a-f]{20}$/), subject: 'equity:AAPL' })
  expect(read.metrics.close.values).toHaveLength(5)
  expect(bars.meta).toEqual({ 'starkmatter/evidence': [read.ref] })

  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toContain('starkmatter://watchlist')
  const [watchlist] = (await client.readResource({ uri: 'starkmatter://watchlist' })).contents
  expect(JSON.parse(String(watchlist && 'text' in watchlist && watchlist.text)).watchlist).toMatchObject([
    { symbol: 'AAPL', quote: { subject: 'equity:AAPL', ref: expect.any(String) } },
    { symbol: 'BTC/USD', quote: { subject: 'crypto:BTC/USD' } },
  ])
  const [report] = (await client.readResource({ uri: 'starkmatter://report/MSFT' })).contents
  expect(JSON.parse(String(report && 'text' in report && report.text))).toMatchObject({
    symbol: 'equity:MSFT',
    average50: { metrics: { 'SMA(50)': { unit: 'USD' } } },
  })

  const { prompts } = await client.listPrompts()
  expect(prompts.map(({ name }) => name)).toContain('technical-report')
  const { messages } = await client.getPrompt({ name: 'technical-report', arguments: { symbol: 'AAPL' } })
  expect(messages[0]?.content).toMatchObject({
    type: 'text',
    text: expect.stringContaining('report on AAPL'),
  })
}
