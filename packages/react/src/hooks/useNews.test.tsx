import { createClient } from '@starkmatter/core'
import { cleanup, configure, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { StarkMatterProvider } from '../context/StarkMatterProvider.tsx'
import { sampleStory, sampleWire } from '../testing/sample-news.ts'
import { useNews } from './useNews.ts'

// A hang, not a slow machine, is what it is there to catch.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const first = sampleStory('Apple raises its forecast', 1)
const second = sampleStory('Apple recalls chargers', 0.5)

test('news are asked for once, and again where a pause is given, until the last reader has left', async () => {
  const wire = { stories: [first], asked: 0 }
  const client = createClient({ providers: [sampleWire(wire)] })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <StarkMatterProvider client={client}>{children}</StarkMatterProvider>
    </StrictMode>
  )
  const initialProps: { everyMs?: number } = {}
  const { result, rerender, unmount } = renderHook((props) => useNews(props), { wrapper, initialProps })
  await waitFor(() => expect(result.current.data).toHaveLength(1))
  wire.stories = [second, first]
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(wire.asked).toBe(1)
  rerender({ everyMs: 20 })
  await waitFor(() => expect(result.current.data).toHaveLength(2))
  unmount()
  const { asked } = wire
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(wire.asked).toBe(asked)
})
