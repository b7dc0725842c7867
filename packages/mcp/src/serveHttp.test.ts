import { type IncomingHttpHeaders, request } from 'node:http'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { createClient, type NewsItem } from '@starkmatter/core'
import { estimateTokens, maxResultTokens } from '@starkmatter/core/ai'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { hostileNews, ordersIn } from '@starkmatter/core/testing/fakes'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createMcpServer } from './createMcpServer.ts'
import { type HttpOptions, type HttpServer, serveHttp } from './serveHttp.ts'
import { expectTheWholeServer, resourceOf, textOf } from './test/whole-server.ts'

const market = createClient({ providers: [synthetic()] })
const token = 'a-token-of-some-length'
const served: HttpServer[] = []
const open: Client[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()))
  await Promise.all(served.splice(0).map((server) => server.close()))
})
afterAll(() => market.close())

async function serve(options: HttpOptions = {}, news?: readonly NewsItem[]): Promise<string> {
  const client = news ? { ...market, getNews: async () => news } : market
  const create = () => createMcpServer({ client, watchlist: ['AAPL', 'BTC/USD'] })
  const server = await serveHttp(create, { port: 0, ...options })
  served.push(server)
  return server.url
}

async function connect(url: string, headers: Record<string, string> = {}) {
  const client = new Client({ name: 'test', version: '1.0.0' })
  open.push(client)
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } })
  await client.connect(transport)
  return { client, transport }
}

/** A request with whatever headers, which `fetch` would not send. */
function send(url: string, method: string, headers: Record<string, string>, body = '') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const { headers: answered } = response
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: answered, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
const initialize = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
})

test('a server made with options that are undefined answers like one made without', async () => {
  const options = { watchlist: undefined, asOf: undefined, timeoutMs: undefined }
  const server = await serveHttp(() => createMcpServer({ client: market, ...options }), { port: 0 })
  served.push(server)
  const { client } = await connect(server.url)
  const { text, isError } = await textOf(client, 'quote', { symbol: 'AAPL' })
  expect(isError, text).toBe(false)
})

test('tools, resources and prompts are served to several clients at a time', async () => {
  const url = await serve()
  const clients = await Promise.all([connect(url), connect(url), connect(url)])
  await Promise.all(clients.map(({ client }) => expectTheWholeServer(client)))
})

describe('a request is turned away', () => {
  test.each<[string, Record<string, string>, number]>([
    ['by another name (DNS rebinding)', { host: 'evil.example' }, 421],
    ['by another name that begins like one of ours', { host: 'localhost.evil.example:3333' }, 421],
    ['from a page of another origin', { origin: 'https://evil.example' }, 403],
    ['from a page of this machine that nobody named', { origin: 'http://localhost:8080' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
  ])('%s', async (_how, headers, status) => {
    const url = await serve()
    expect(await send(url, 'POST', { ...json, ...headers }, initialize)).toMatchObject({ status })
  })

  test('without the token, and with another', async () => {
    const url = await serve({ token })
    for (const authorization of ['', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`])
      expect((await send(url, 'POST', { ...json, authorization }, initialize)).status).toBe(401)
    const { client } = await connect(url, { authorization: `Bearer ${token}` })
    expect((await client.listTools()).tools).toHaveLength(8)
  })

  test('that is too large, is no JSON, has no session, or leads elsewhere', async () => {
    const url = await serve({ maxBodyBytes: 1_000 })
    const large = JSON.stringify({ jsonrpc: '2.0', method: 'x'.repeat(2_000) })
    const chunked = { ...json, 'transfer-encoding': 'chunked' }
    expect((await send(url, 'POST', json, large)).status).toBe(413)
    expect((await send(url, 'POST', chunked, large)).status).toBe(413)
    expect((await send(url, 'POST', json, '{')).status).toBe(400)
    expect((await send(url, 'POST', json, '{"jsonrpc":"2.0","id":1,"method":"tools/list"}')).status).toBe(400)
    expect((await send(url, 'GET', json)).status).toBe(400)
    expect((await send(url, 'POST', { ...json, 'mcp-session-id': 'x' }, initialize)).status).toBe(404)
    expect((await send(`${url}/../admin`, 'GET', json)).status).toBe(404)
    expect((await send(url.replace('/mcp', '//'), 'GET', json)).status).toBe(404)
  })
})

test.each([
  ['told at its start', {}],
  ['not told', { 'transfer-encoding': 'chunked' }],
])(
  'a client that sends ten megabytes, their length %s, is told why they are refused',
  async (_how, headers) => {
    const url = await serve()
    const large = JSON.stringify({ jsonrpc: '2.0', method: 'x'.repeat(10e6) })
    const length = 'transfer-encoding' in headers ? {} : { 'content-length': String(large.length) }
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await send(url, 'POST', { ...json, ...headers, ...length }, large)).toMatchObject({
        status: 413,
        text: expect.stringContaining('at most 262144 bytes'),
      })
  },
)

test('a page whose origin was named may connect, and read the answers', async () => {
  const origin = 'https://desk.example'
  const url = await serve({ allowedOrigins: [origin], token })
  const asked = await send(url, 'OPTIONS', { origin, 'access-control-request-method': 'POST' })
  expect(asked.status).toBe(204)
  expect(asked.headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-headers': expect.stringContaining('authorization'),
  })
  const headers = { ...json, origin, authorization: `Bearer ${token}` }
  const answered = await send(url, 'POST', headers, initialize)
  expect(answered.status).toBe(200)
  expect(answered.headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'mcp-session-id',
    'mcp-session-id': expect.any(String),
  })
  const stranger = await send(url, 'OPTIONS', { origin: 'https://evil.example' })
  expect(stranger).toMatchObject({ status: 403 })
  expect(stranger.headers).not.toHaveProperty('access-control-allow-origin')
})

test('a session that its client ended is gone', async () => {
  const { client, transport } = await connect(await serve())
  await transport.terminateSession()
  await expect(client.listTools()).rejects.toThrow()
})

test('beyond the most sessions, the one longest silent makes room', async () => {
  const url = await serve({ maxSessions: 2 })
  const [first, second] = [await connect(url), await connect(url)]
  await first.client.listTools()
  const third = await connect(url)
  await expect(second.client.listTools()).rejects.toThrow()
  expect((await first.client.listTools()).tools).toHaveLength(8)
  expect((await third.client.listTools()).tools).toHaveLength(8)
})

test('a port that is taken is told with what to do', async () => {
  const { port } = new URL(await serve())
  await expect(serve({ port: Number(port) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining(`Port ${port} is in use`),
  })
})

describe('a tool', () => {
  test('answers within its cap, and says how to go on', async () => {
    const { client } = await connect(await serve())
    const input = { symbol: 'AAPL', interval: '1m', name: 'BBANDS', period: null, rows: 60 }
    const { text } = await textOf(client, 'indicator', input)
    expect(estimateTokens(text)).toBeLessThanOrEqual(maxResultTokens)
    expect(JSON.parse(text)).toMatchObject({ truncated: true, next: { rows: 30 } })
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['quote', { symbol: 'ZZZZQ' }, 'unknown_symbol'],
    ['quote', {}, 'bad_input'],
    ['bars', { symbol: 'AAPL', interval: '1d', rows: 1e9 }, 'bad_input'],
    ['fundamentals', { symbol: 'AAPL', kind: 'financials', rows: 4 }, 'unsupported'],
    ['transfer', { amount: 1 }, 'bad_input'],
  ])('%s %j is an error without evidence: %s', async (name, input, error) => {
    const { client } = await connect(await serve())
    const { text, isError, meta } = await textOf(client, name, input)
    expect(isError).toBe(true)
    expect(JSON.parse(text)).toMatchObject({ error, message: expect.any(String) })
    expect(meta).toEqual({ 'starkmatter/evidence': [] })
  })

  test('may be called without what it has a default for', async () => {
    const { client } = await connect(await serve())
    const { text } = await textOf(client, 'calendar', { kind: 'market', rows: 2 })
    expect(JSON.parse(text).results[0]).toMatchObject({ subject: 'market:XNYS' })
  })

  test('tells no word of hostile news', async () => {
    const attacks = hostileNews(Date.now() - 60_000)
    const url = await serve(
      {},
      attacks.flatMap(({ items }) => items.slice(0, 1)),
    )
    const { client } = await connect(url)
    const { text } = await textOf(client, 'news_search', { symbols: ['AAPL'], days: 30 })
    expect(JSON.parse(text).articles.id.length).toBeGreaterThan(5)
    expect(ordersIn(text)).toEqual([])
    expect(text).not.toMatch(/evil|ignore|TSLA/i)
  })
})

test('a long watchlist is cut at the cap, and names what it left out', async () => {
  const watchlist = (await market.searchSymbols({ text: 'a', limit: 40 })).map(
    ({ instrument }) => instrument.id,
  )
  expect(watchlist.length).toBeGreaterThan(10)
  const server = await serveHttp(() => createMcpServer({ client: market, watchlist }), { port: 0 })
  served.push(server)
  const { client } = await connect(server.url)
  const { data: read, markdown } = await resourceOf(client, 'starkmatter://watchlist')
  expect(read.truncated).toBe(true)
  // Words and data hold the same instruments.
  expect(markdown.match(/The last price of/g)).toHaveLength(read.watchlist.length)
  expect(markdown).toContain(`More by the tools: ${read.next.quote.join(', ')}.`)
  const shown = read.watchlist.map(({ symbol }: { symbol: string }) => symbol)
  expect([...shown, ...read.next.quote]).toEqual(watchlist)
})

test('a report on what nobody lists says so, once', async () => {
  const { client } = await connect(await serve())
  const { markdown, data } = await resourceOf(client, 'starkmatter://report/ZZZZQ')
  expect(markdown.match(/No provider lists/g)).toHaveLength(1)
  expect(markdown).toContain('- quote, bars, rsi, average50, average200, profile: ')
  expect(data.quote).toMatchObject({ error: 'unknown_symbol' })
})

test('a resource or a prompt that is not there is told by name', async () => {
  const { client } = await connect(await serve())
  await expect(client.readResource({ uri: 'starkmatter://orders' })).rejects.toThrow(
    /no resource starkmatter:\/\/orders/,
  )
  await expect(client.getPrompt({ name: 'sell' })).rejects.toThrow(/no prompt "sell".*technical-report/)
  await expect(client.getPrompt({ name: 'compare' })).rejects.toThrow(/needs the argument "symbols"/)
})

test('closing ends what is under way', async () => {
  const stuck = { ...market, getQuote: () => new Promise<never>(() => {}) }
  const server = await serveHttp(() => createMcpServer({ client: stuck }), { port: 0 })
  const { client } = await connect(server.url)
  const call = client.callTool({ name: 'quote', arguments: { symbol: 'AAPL' } }).catch(() => 'ended')
  await new Promise((resolve) => setTimeout(resolve, 50))
  await server.close()
  await client.close()
  expect(await call).toBe('ended')
})

test('a source that never answers is a time-out', async () => {
  const stuck = { ...market, getQuote: () => new Promise<never>(() => {}) }
  const server = await serveHttp(() => createMcpServer({ client: stuck, timeoutMs: 100 }), { port: 0 })
  served.push(server)
  const { client } = await connect(server.url)
  const { text } = await textOf(client, 'quote', { symbol: 'AAPL' })
  expect(JSON.parse(text)).toMatchObject({ error: 'timeout' })
})
