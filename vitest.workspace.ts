import { availableParallelism } from 'node:os'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/lib/chromium.mjs'
import { LongestFirst } from './scripts/lib/longest-first.ts'

/** Sources are resolved directly, so that a test never needs a build. */
const source = '@starkmatter/source'
const conditions = [source, 'module']

/** Without a browser its projects are left out; `npm test` says so, and refuses that in CI. */
const chromium = findChromium()

const onNode = { resolve: { conditions }, ssr: { resolve: { conditions } } }
const browserTests = 'src/**/*.browser.test.{ts,tsx}'

function project(name: string, root: string, environment: 'node' | 'happy-dom' = 'node') {
  return {
    ...onNode,
    test: {
      name,
      root,
      environment,
      // A hang, not a slow machine, is what it is there to catch.
      testTimeout: 30_000,
      include: ['src/**/*.test.{ts,tsx}'],
      exclude: ['**/node_modules/**', '**/dist/**', browserTests],
    },
  }
}

const core = project('core', 'packages/core')

/** The whole platform, driven through Playwright from Node. */
const endToEnd = {
  ...onNode,
  test: {
    name: 'e2e',
    root: 'examples/platform/e2e',
    include: ['*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}

/** Components in a real browser, where layout, canvas and focus are real. */
function inBrowser(executablePath: string) {
  return {
    resolve: { conditions: [source, 'module', 'browser', 'development', 'import', 'default'] },
    test: {
      name: 'browser',
      root: 'packages',
      include: [`*/${browserTests}`],
      globalSetup: [`${import.meta.dirname}/packages/core/src/testing/browser-venue.ts`],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: ['--no-sandbox'] } }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  }
}

export default defineConfig({
  test: {
    // Many tests wait for sockets and timers, and a core should not wait with them.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Its files share no state outside themselves, and a third of their time would go into loading core anew for each.
      { ...core, test: { ...core.test, isolate: false } },
      project('server', 'packages/server'),
      project('mcp', 'packages/mcp'),
      project('react', 'packages/react', 'happy-dom'),
      project('charts', 'packages/charts', 'happy-dom'),
      project('components', 'packages/components', 'happy-dom'),
      project('custom-provider', 'examples/custom-provider'),
      project('platform-api', 'examples/platform/api'),
      project('platform-ops', 'examples/platform/ops'),
      project('platform-web', 'examples/platform/web', 'happy-dom'),
      {
        ...onNode,
        test: { name: 'scripts', root: 'scripts', include: ['**/*.test.ts'], testTimeout: 60_000 },
      },
      ...(chromium ? [endToEnd, inBrowser(chromium)] : []),
    ],
  },
})
