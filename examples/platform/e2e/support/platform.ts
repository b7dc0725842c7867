import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildPlatform, platformEntry } from '../../../../scripts/lib/platform.mjs'

export type RunningPlatform = {
  url: string
  /** All that it printed. */
  said(): string
  stop(): Promise<void>
}

/** Starts the built platform on a free port, with an empty home of its own and the simulated market. */
export async function startPlatform(
  variables: Readonly<Record<string, string>> = {},
): Promise<RunningPlatform> {
  await buildPlatform()
  const home = mkdtempSync(join(tmpdir(), 'starkmatter-e2e-'))
  const child = spawn(process.execPath, [platformEntry], {
    env: {
      ...process.env,
      // The embedded defaults are what is tested here.
      DATABASE_URL: '',
      REDIS_URL: '',
      PORT: '0',
      HOST: '127.0.0.1',
      STARKMATTER_HOME: home,
      STARKMATTER_PROVIDERS: 'synthetic',
      // Nothing is paid for in a test.
      ANTHROPIC_API_KEY: '',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const url = await addressOf(child)
  await databaseIsOpen(url)
  return {
    url,
    said: () => said,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** What the platform prints once its page is served; what else it says when it ends before that. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk
      const url = /StarkMatter is at (http:\S+)/.exec(said)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`The platform ended with ${code}:\n${said}`)))
  })
}

/** The page is served before the new database is ready, and waits for it; the tests look at what comes after that. */
async function databaseIsOpen(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/readyz`)
    if (response.ok) return
    await sleep(250)
  }
}
