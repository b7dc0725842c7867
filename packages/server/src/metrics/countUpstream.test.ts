import { createServer } from 'node:http'
import { createClient } from '@starkmatter/core'
import { kraken } from '@starkmatter/core/providers/kraken'
import { Registry } from 'prom-client'
import { expect, onTestFinished, test } from 'vitest'
import { countUpstream } from './countUpstream.ts'

async function countsOf(status: number, timeoutMs = 2_000) {
  const server = createServer((_request, response) => {
    if (status > 0) response.writeHead(status).end('{"error":["EService:Unavailable"]}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const registry = new Registry()
  const lines: string[] = []
  const logger = countUpstream(registry, { debug: (message) => lines.push(message), warn() {} })
  const client = createClient({ providers: [kraken({ baseUrl: `http://127.0.0.1:${port}` })], logger })
  await client.getBars({ symbol: 'BTC-USD', interval: '1d', limit: 2, timeoutMs }).catch(() => {})
  client.close()
  const text = await registry.metrics()
  const counts = [...text.matchAll(/duration_seconds_count\{provider="kraken",outcome="(\w+)"\} (\d+)/g)]
  return { lines, outcomes: counts.map(([, outcome]) => outcome), total: Number(counts[0]?.[2]) }
}

test('requests to a provider are counted by the class of their status, and still logged', async () => {
  const { outcomes, total, lines } = await countsOf(503)
  expect(outcomes).toEqual(['5xx'])
  expect(total).toBeGreaterThanOrEqual(1)
  expect(lines.length).toBeGreaterThanOrEqual(total)
})

test('one without an answer is counted by its error', async () => {
  expect((await countsOf(0, 300)).outcomes).toEqual(['TIMEOUT'])
})
