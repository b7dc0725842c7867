import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { estimateTokens, maxResultTokens } from '@starkmatter/core/ai'
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

/** A resource in words, and as data. */
export async function resourceOf(client: Client, uri: string) {
  const { contents } = await client.readResource({ uri })
  expect(contents.map(({ mimeType }) => mimeType)).toEqual(['text/markdown', 'application/json'])
  const [markdown = '', data = ''] = contents.map((content) => ('text' in content ? content.text : ''))
  for (const text of [markdown, data])
    expect(estimateTokens(text), `${uri} within its cap`).toBeLessThanOrEqual(maxResultTokens)
  // Every figure in words stands on evidence that is among the data.
  const lines = markdown.split('\n').filter((line) => line.startsWith('- ') && line.includes('[ev_'))
  for (const line of lines) expect(data).toContain(line.match(/ev_[0-9a-f]{20}/)?.[0])
  return { markdown, text: data, data: JSON.parse(data) }
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

  const daily = await textOf(client, 'bars', { symbol: 'AAPL' })
  expect(JSON.parse(daily.text).metrics.close.values).toHaveLength(30)
  const rsi = await textOf(client, 'indicator', { symbol: 'AAPL', name: 'RSI' })
  expect(rsi.isError, rsi.text).toBe(false)

  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toContain('starkmatter://watchlist')
  const watchlist = await resourceOf(client, 'starkmatter://watchlist')
  expect(watchlist.markdown).toMatch(
    /^# Watchlist\n\nAs of .*\n\n- The last price of AAPL is \$[\d,.]+\. \[ev_[0-9a-f]{20}\]/,
  )
  expect(watchlist.data.watchlist).toMatchObject([
    { symbol: 'AAPL', quote: { subject: 'equity:AAPL', ref: expect.any(String) } },
    { symbol: 'BTC/USD', quote: { subject: 'crypto:BTC/USD' } },
  ])
  const report = await resourceOf(client, 'starkmatter://report/MSFT')
  expect(report.markdown).toMatch(
    /^# MSFT, .*- The close of \$[\d,.]+ is (?:above|below) the 50-day average of /s,
  )
  expect(report.data).toMatchObject({
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
