import { defineConfig } from 'vitest/config'

/** Sources are resolved directly, so that a test never needs a build. */
const conditions = ['@starkmatter/source', 'module', 'import', 'default']
const resolve = { conditions }
const ssr = { resolve: { conditions } }

function nodeProject(name: string, root: string) {
  return {
    resolve,
    ssr,
    test: {
      name,
      root,
      environment: 'node' as const,
      include: ['src/**/*.test.ts'],
      exclude: ['src/**/*.browser.test.{ts,tsx}'],
      typecheck: { enabled: false },
    },
  }
}

export default defineConfig({
  test: {
    projects: [nodeProject('core', 'packages/core')],
  },
})
