import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { expectTheWholeServer, textOf } from './test/whole-server.ts'

const clientInfo = { name: 'test', version: '1.0.0' }

describe('the command over stdio', () => {
  let folder: string
  let command: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'starkmatter-mcp-'))
    command = join(folder, 'command.mjs')
    await build({
      stdin: {
        contents: "import { runCommand } from './index.ts'\nprocess.exit(await runCommand(process))",
        resolveDir: import.meta.dirname,
      },
      outfile: command,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      conditions: ['@starkmatter/source'],
      logLevel: 'silent',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    })
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const open: Client[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((client) => client.close()))
  })

  async function connect(env: Record<string, string>, args: string[] = []) {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [command, ...args],
      env,
      stderr: 'pipe',
    })
    const errors: string[] = []
    transport.stderr?.on('data', (chunk) => errors.push(String(chunk)))
    const client = new Client(clientInfo)
    client.onerror = (error) => errors.push(error.message)
    open.push(client)
    return { client, transport, errors, connected: client.connect(transport) }
  }

  const simulated = { STARKMATTER_PROVIDERS: 'synthetic', STARKMATTER_WATCHLIST: 'AAPL, BTC/USD' }

  test('serves tools, resources and prompts, and nothing else goes to standard output', async () => {
    const { client, errors, connected } = await connect(simulated)
    await connected
    expect(client.getServerVersion()).toMatchObject({ name: 'starkmatter' })
    await expectTheWholeServer(client)
    expect(errors).toEqual([])
  })

  test('ends when its client hangs up, and on a signal', async () => {
    for (const end of ['hang up', 'signal'] as const) {
      const { client, transport, connected } = await connect(simulated)
      await connected
      const { pid } = transport
      expect(pid).toBeGreaterThan(0)
      if (end === 'signal') process.kill(Number(pid), 'SIGTERM')
      else await client.close()
      await expect.poll(() => isAlive(Number(pid)), { timeout: 5_000 }).toBe(false)
    }
  })

  test.each<[string, Record<string, string>, string[], RegExp]>([
    [
      'an unknown provider',
      { STARKMATTER_PROVIDERS: 'bloomberg' },
      [],
      /STARKMATTER_PROVIDERS must be a list of massive/,
    ],
    ['a key that is missing', { STARKMATTER_PROVIDERS: 'massive' }, [], /key/i],
    [
      'a watchlist that is none',
      { STARKMATTER_WATCHLIST: 'no symbol!' },
      [],
      /STARKMATTER_WATCHLIST must be/,
    ],
    ['an unknown argument', {}, ['--sse'], /--sse.*Usage: starkmatter-mcp/s],
    ['a host that all reach, without a token', { HOST: '0.0.0.0' }, ['--http'], /STARKMATTER_MCP_TOKEN/],
    [
      'a short token',
      { STARKMATTER_MCP_TOKEN: 'secret-1' },
      ['--http'],
      /STARKMATTER_MCP_TOKEN must be a secret/,
    ],
  ])('%s ends it with a sentence that says what to do', async (_what, env, args, message) => {
    const { errors, connected } = await connect(env, args)
    await expect(connected).rejects.toThrow()
    await expect.poll(() => errors.join('')).toMatch(message)
    expect(errors.join('')).not.toContain('secret-1')
    expect(errors.join('')).not.toMatch(/\n\s+at /)
  })

  test('questions that were sent before hanging up are answered', async () => {
    const child = spawn(process.execPath, [command], { env: simulated, stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = [
      {
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
      },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/call', params: { name: 'quote', arguments: { symbol: 'AAPL' } } },
    ]
    child.stdin.end(lines.map((line) => `${JSON.stringify({ jsonrpc: '2.0', ...line })}\n`).join(''))
    let told = ''
    for await (const chunk of child.stdout) told += chunk
    const ids = told
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(ids).toEqual([1, 2])
    await expect.poll(() => child.exitCode).toBe(0)
  })

  test('an instant that was asked for is never passed', async () => {
    const { client, connected } = await connect({ ...simulated, STARKMATTER_AS_OF: '2024-06-28T20:30:00Z' })
    await connected
    for (const [name, input] of [
      ['quote', { symbol: 'AAPL' }],
      ['bars', { symbol: 'BTC/USD', interval: '1h', rows: 3 }],
      ['calendar', { kind: 'dividends', symbol: 'AAPL', rows: 3 }],
    ] as const) {
      const { text } = await textOf(client, name, input)
      const moments = text.match(/20\d\d-\d\d-\d\d(?:T[\d:.]+Z)?/g) ?? []
      expect(moments.length).toBeGreaterThan(0)
      expect(moments.filter((moment) => Date.parse(moment) > Date.UTC(2024, 5, 28, 20, 30))).toEqual([])
    }
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
