import { findChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { buildPlatform } from './lib/platform.mjs'
import { main, step, UserError } from './lib/report.mjs'
import { assertNode } from './lib/requirements.mjs'
import { tool } from './lib/run.mjs'
import { startServices } from './lib/services.mjs'
import { checkTypes } from './lib/types.mjs'

const inCi = Boolean(process.env.CI)

const vitestFlags = [
  'run',
  '--config=vitest.workspace.ts',
  '--reporter=dot',
  '--reporter=json',
  '--outputFile.json=reports/vitest.json',
  '--reporter=./scripts/lib/skip-reporter.mjs',
]

/** Usage: npm test -- [vitest's filters and flags]. With CI set, a missing browser or service is a failure. */
await main(async () => {
  assertNode()
  const chromium = findChromium()
  if (!chromium && inCi)
    throw new UserError('No Chromium for the browser tests: install it or set CHROMIUM_PATH.')
  if (!chromium)
    console.log('· No Chromium found: browser tests are left out. Set CHROMIUM_PATH to run them.')
  await ensureInstalled()

  const services = inCi ? await step('Starting Redis and PostgreSQL', startServices) : undefined
  try {
    if (services?.missing.includes('redis-server')) throw new UserError('redis-server is not installed.')
    if (services?.missing.length > 0) console.log(`· Not on this machine: ${services.missing.join(', ')}`)
    // Each says what is wrong with it, and none keeps the others from being heard.
    const passed = [
      await succeeds(() => step('Checking types, with the type tests', typesHold)),
      !chromium || (await succeeds(buildPlatform)),
      (await runTests(services?.env)) === 0,
    ]
    if (passed.includes(false)) process.exitCode = 1
  } finally {
    await services?.stop()
  }
})

async function typesHold() {
  const { code, output } = await checkTypes()
  if (code !== 0) throw new UserError(`Types do not hold.\n${output.trim()}`)
}

async function runTests(env) {
  const { code } = await tool('vitest', [...vitestFlags, ...process.argv.slice(2)], { env, inherit: true })
  return code
}

async function succeeds(action) {
  try {
    await action()
    return true
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    console.error(`✗ ${error.message}`)
    return false
  }
}
