import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'

const program = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find((path) => existsSync(path))

/** Whether this machine has a Redis. Says so where it does not; under CI its absence fails. */
export const hasRedis = program !== undefined || Boolean(process.env.CI)
if (!program) console.log('redis-server is not installed: what is shared through Redis is not tested.')

/**
 * A Redis of a test's own, on a free port unless one is named. It is empty and forgets all, unless a folder is named: there it
 * writes down every change, and finds it when it is started again.
 */
export async function startRedis(port?: number, folder?: string) {
  if (!program) throw new Error('redis-server is not installed.')
  const at = port ?? (await freePort())
  const flags = ['--port', at, '--bind', '127.0.0.1', '--save', '']
  if (folder === undefined) flags.push('--appendonly', 'no')
  else flags.push('--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always')
  const child = spawn(program, flags.map(String), { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept connections')) break
  // Its log must not fill the pipe.
  child.stdout.resume()
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { port: at, url: `redis://127.0.0.1:${at}`, kill, [Symbol.asyncDispose]: kill }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
