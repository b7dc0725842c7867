import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { startFakeSentry } from '../../../packages/server/src/testing/fake-sentry.ts'
import { buildPlatform, platformEntry } from '../../../scripts/lib/platform.mjs'

beforeAll(buildPlatform, 120_000)

/** Runs the built platform, into which code is smuggled that fails once it is up. */
async function crashing(failure: string, variables: Readonly<Record<string, string>> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'starkmatter-crash-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const watch = `const write = process.stdout.write
    process.stdout.write = function (text, ...rest) {
      if (String(text).includes('StarkMatter is at')) setTimeout(() => { ${failure} }, 50)
      return write.call(this, text, ...rest)
    }`
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, platformEntry],
    {
      env: {
        ...process.env,
        ...{
          DATABASE_URL: '',
          PORT: '0',
          HOST: '127.0.0.1',
          STARKMATTER_HOME: home,
          STARKMATTER_PROVIDERS: 'synthetic',
        },
        ...{ ANTHROPIC_API_KEY: 'planted-key-of-the-analyst', LOG_FORMAT: 'ecs', LOG_LEVEL: 'info' },
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { code, output, lines }
}

test.each([
  ['an exception', 'throw new Error("It broke: planted-key-of-the-analyst")'],
  ['a rejection', 'void Promise.reject(new Error("It broke: planted-key-of-the-analyst"))'],
])(
  '%s that nobody expected is logged and told to Sentry without its secrets, and the platform ends with 1',
  async (_, failure) => {
    const sentry = await startFakeSentry()
    onTestFinished(sentry.stop)
    const { code, output, lines } = await crashing(failure, {
      SENTRY_DSN: sentry.dsn,
      STARKMATTER_REVISION: 'r1',
    })
    expect(code).toBe(1)
    expect(lines.at(-1)).toMatchObject({
      'log.level': 'fatal',
      'service.version': 'r1',
      error: { message: 'It broke: •••', stack_trace: expect.stringContaining('It broke') },
    })
    expect(sentry.envelopes).toHaveLength(1)
    expect(sentry.envelopes[0]?.items[2]).toMatchObject({ release: 'r1', tags: { crash: 'true' } })
    expect(`${output}${sentry.envelopes[0]?.body}`).not.toContain('planted-key')
  },
)

test('a Sentry that is silent does not keep the platform from ending', async () => {
  const sentry = await startFakeSentry({ isSilent: true })
  onTestFinished(sentry.stop)
  const { code } = await crashing('throw new Error("It broke")', { SENTRY_DSN: sentry.dsn })
  expect(code).toBe(1)
})
