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
  const types = await step('Checking types, with the type tests', () => checkTypes())
  if (types.code !== 0) console.error(`✗ Types do not hold\n${types.output.trim()}`)
  if (chromium) await buildPlatform()

  const services = inCi ? await step('Starting Redis and PostgreSQL', startServices) : undefined
  if (services?.missing.length > 0) console.log(`· Not on this machine: ${services.missing.join(', ')}`)
  try {
    process.exitCode = (await runTests(services?.env)) || types.code
  } finally {
    await services?.stop()
  }
})

async function runTests(env) {
  const { code } = await tool('vitest', [...vitestFlags, ...process.argv.slice(2)], { env, inherit: true })
  return code
}
