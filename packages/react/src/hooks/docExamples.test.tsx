import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createClient } from '@starkmatter/core'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { cleanup, configure, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { expectResult } from '../../../../scripts/examples/expect-result.ts'
import { callsHook, examplesOf } from '../../../../scripts/examples/extract.ts'
import { functionOf } from '../../../../scripts/examples/function-of.ts'
import { filesBelow } from '../../../../scripts/lib/files.mjs'
import { fromRoot } from '../../../../scripts/lib/paths.mjs'
import { StarkMatterProvider } from '../context/StarkMatterProvider.tsx'

// A hang, not a slow machine, is what it is there to catch.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const hooks = filesBelow(fromRoot('packages', 'react', 'src', 'hooks'), (path) => /use\w+\.ts$/.test(path))
const examples = hooks.flatMap((path) =>
  examplesOf(readFileSync(path, 'utf8'))
    .filter(callsHook)
    .map((example) => ({ path, example, name: basename(path, '.ts') })),
)

const client = createClient({ providers: [synthetic()] })
const wrapper = ({ children }: { children: ReactNode }) => (
  <StrictMode>
    <StarkMatterProvider client={client}>{children}</StarkMatterProvider>
  </StrictMode>
)

describe('what the documentation of hooks shows', () => {
  test('is there to run', () => {
    expect(examples.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['useAnalysis', 'useBars', 'useIndicator', 'useSentiment']),
    )
  })

  test.each(examples)('$name comes to what it says, in a component', async ({ path, example }) => {
    let stated: (() => void)[] = []
    const body = await functionOf(path, example, {
      expectResult: (...said: Parameters<typeof expectResult>) => stated.push(() => expectResult(...said)),
    })
    renderHook(
      () => {
        stated = []
        body()
      },
      { wrapper },
    )
    await waitFor(() => {
      expect(stated.length).toBeGreaterThan(0)
      for (const holds of stated) holds()
    })
  })
})
