import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { StarkMatterError } from '@starkmatter/core'
import { type Config, readConfig, usage } from './config.ts'
import { createMcpServer } from './createMcpServer.ts'
import { openClient } from './providers.ts'
import { serveHttp } from './serveHttp.ts'
import { trackRequests } from './trackRequests.ts'
import { version } from './version.ts'

/** The parts of a Node process that the command uses. */
export type CommandProcess = Pick<NodeJS.Process, 'argv' | 'env' | 'stdin' | 'stdout' | 'stderr'> & {
  once(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
}

/**
 * What `npx @starkmatter/mcp` does: serves until the client hangs up or a signal comes. Over stdio nothing but the protocol
 * goes to standard output; everything for people goes to standard error.
 *
 * @returns the exit code
 */
export async function runCommand(process: CommandProcess): Promise<number> {
  const say = (text: string) => process.stderr.write(`${text}\n`)
  try {
    const config = readConfig(process.env, process.argv.slice(2))
    if (config.show !== undefined) {
      process.stdout.write(`${config.show === 'help' ? usage : version}\n`)
      return 0
    }
    await serve(config, process, say)
    return 0
  } catch (error) {
    say(StarkMatterError.is(error) ? error.message : String(error instanceof Error ? error.stack : error))
    return 1
  }
}

async function serve(config: Config, process: CommandProcess, say: (text: string) => void): Promise<void> {
  const client = await openClient(config)
  const create = () =>
    createMcpServer({
      client,
      watchlist: config.STARKMATTER_WATCHLIST,
      asOf: config.STARKMATTER_AS_OF,
    })
  const signalled = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  try {
    if (config.transport === 'http') {
      const { url, close } = await serveHttp(create, {
        port: config.PORT,
        host: config.HOST,
        token: config.STARKMATTER_MCP_TOKEN,
        allowedHosts: config.STARKMATTER_ALLOWED_HOSTS,
        allowedOrigins: config.STARKMATTER_ALLOWED_ORIGINS,
      })
      say(`StarkMatter's tools are at ${url}`)
      await signalled
      await close()
    } else {
      await serveStdio(create(), process, signalled)
    }
  } finally {
    client.close()
  }
}

/** Until the client hangs up, and what it asked before is answered; or until a signal. */
async function serveStdio(server: Server, process: CommandProcess, signalled: Promise<void>): Promise<void> {
  const { stdin, stdout } = process
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve
    // Whoever is gone reads no more: the answers under way are lost, the process ends in good order.
    stdout.once('error', () => resolve())
  })
  const hungUp = new Promise<void>((resolve) => {
    stdin.once('end', resolve)
    stdin.once('close', resolve)
  })
  // Each answer that waits for a slow reader listens for its turn, and there may be many.
  stdout.setMaxListeners(0)
  const transport = new StdioServerTransport(stdin, stdout)
  await server.connect(transport)
  const answered = trackRequests(transport)
  await Promise.race([hungUp.then(answered), gone, signalled])
  await server.close()
}
