import { createClient } from '@starkmatter/core'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { createSentimentAnalyzer, type SentimentAnalyzer } from '@starkmatter/core/sentiment'
import { QueryClient } from '@tanstack/react-query'
import { cleanup, configure, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { StarkMatterProvider } from '../context/StarkMatterProvider.tsx'
import { sentimentQueryOptions } from '../query/sentiment.ts'
import { sampleMarket } from '../testing/sample-market.ts'
import { sampleStory, sampleWire } from '../testing/sample-news.ts'
import { useSentiment } from './useSentiment.ts'

// A hang, not a slow machine, is what it is there to catch.
configure({ asyncUtilTimeout: 10_000 })

const good = () => sampleStory('Apple raises its forecast after record sales', 1, ['AAPL'])
const bad = () => sampleStory('Apple recalls chargers after accidents', 0.5, ['AAPL'])

function setup(wire: Parameters<typeof sampleWire>[0]) {
  const client = createClient({ providers: [sampleWire(wire)] })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <StarkMatterProvider client={client} queryClient={queryClient}>
        {children}
      </StarkMatterProvider>
    </StrictMode>
  )
  return { client, queryClient, wrapper }
}

afterEach(cleanup)

test('an instrument has a score, its course, and the articles with the words that speak for them', async () => {
  const { result } = renderHook(() => useSentiment({ symbol: 'AAPL' }), setup({ stories: [good()] }))
  await waitFor(() => expect(result.current.data?.aggregate?.score).toBeGreaterThan(0))
  const { data } = result.current
  expect(data).toMatchObject({ instrument: 'equity:AAPL', simulated: false })
  expect(data?.series.score).toHaveLength(100)
  const [first] = data?.items ?? []
  expect(first?.evidence.map(({ start, end }) => first.text.slice(start, end)).join(' ')).toContain(
    'forecast',
  )
})

test('nothing is asked until the symbol is known', () => {
  const wire = { stories: [good()], asked: 0 }
  const { result } = renderHook(() => useSentiment({ symbol: undefined }), setup(wire))
  expect(result.current.fetchStatus).toBe('idle')
  expect(wire.asked).toBe(0)
})

test('an instrument without news is an empty reading, not an error', async () => {
  const { result } = renderHook(() => useSentiment({ symbol: 'AAPL' }), setup({ stories: [] }))
  await waitFor(() => expect(result.current.data).toMatchObject({ aggregate: null, items: [] }))
})

test('new articles come in by themselves; when none can be had, the last reading stays beside the error', async () => {
  const wire: Parameters<typeof sampleWire>[0] = { stories: [good()] }
  const { result } = renderHook(() => useSentiment({ symbol: 'AAPL', everyMs: 30 }), setup(wire))
  await waitFor(() => expect(result.current.data?.items).toHaveLength(1))
  wire.stories = [bad(), good()]
  await waitFor(() => expect(result.current.data?.items).toHaveLength(2))
  wire.stories = undefined
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'RATE_LIMITED' }))
  expect(result.current.data?.items).toHaveLength(2)
})

test('every source of the client counts, an article of several once; one that does not answer is named', async () => {
  const wires = [
    sampleWire({ stories: [good()] }, { id: 'first' }),
    sampleWire({ stories: [good(), bad()] }, { id: 'second' }),
    sampleWire({ stories: undefined }, { id: 'third' }),
    sampleWire({ stories: [bad()] }, { id: 'of-no-symbols', knowsSymbols: false }),
  ]
  const client = createClient({ providers: wires })
  const { result } = renderHook(() => useSentiment({ symbol: 'AAPL', client }), setup({ stories: [] }))
  await waitFor(() => expect(result.current.data?.items).toHaveLength(2))
  expect(result.current.data?.aggregate).toMatchObject({ stories: 2 })
  expect(result.current.data?.failures).toMatchObject([
    { provider: 'third', error: { code: 'RATE_LIMITED' } },
  ])
})

test('a source that makes up its news is not asked beside a real one, unless it is named', async () => {
  const invented = { stories: [bad()], asked: 0 }
  const providers = [
    sampleWire(invented, { id: 'invented', simulated: true }),
    sampleWire({ stories: [good()] }),
  ]
  const client = createClient({ providers })
  const { result, rerender } = renderHook(
    ({ named }: { named?: readonly string[] | undefined }) =>
      useSentiment({ symbol: 'AAPL', client, providers: named }),
    { ...setup({ stories: [] }), initialProps: {} },
  )
  await waitFor(() => expect(result.current.data?.items).toHaveLength(1))
  expect(result.current.data?.simulated).toBe(false)
  expect(invented.asked).toBe(0)
  rerender({ named: ['invented', 'wire'] })
  await waitFor(() => expect(result.current.data).toMatchObject({ simulated: true }))
  expect(result.current.data?.items).toHaveLength(2)
})

test('a client without news is an UNSUPPORTED error that says what to add', async () => {
  const client = createClient({ providers: [sampleMarket()] })
  const { result } = renderHook(() => useSentiment({ symbol: 'AAPL', client }), setup({ stories: [] }))
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'UNSUPPORTED' }))
})

test('an option out of its range is an error of the hook, and nothing is thrown at the page', async () => {
  const { result } = renderHook(
    () => useSentiment({ symbol: 'AAPL', aggregate: { halfLifeMs: -1 } }),
    setup({ stories: [good()] }),
  )
  await waitFor(() => expect(result.current.error?.message).toContain('halfLifeMs'))
})

test('news of a simulated market say so', async () => {
  const client = createClient({ providers: [synthetic()] })
  const start = Date.now() - 60 * 86_400_000
  const { result } = renderHook(() => useSentiment({ symbol: 'AAPL', client, start }), setup({ stories: [] }))
  await waitFor(() => expect(result.current.data?.items.length).toBeGreaterThan(0))
  expect(result.current.data?.simulated).toBe(true)
})

test('articles are read once, however often the component renders and whatever is written in place', async () => {
  const rules = createSentimentAnalyzer()
  let texts = 0
  const analyzer: SentimentAnalyzer = {
    analyze(text, options) {
      texts++
      return rules.analyze(text, options)
    },
  }
  const { result, rerender } = renderHook(
    ({ halfLifeMs }) =>
      useSentiment({ symbol: 'AAPL', names: ['Apple'], analyzer, aggregate: { halfLifeMs } }),
    { ...setup({ stories: [good(), bad()] }), initialProps: { halfLifeMs: 3_600_000 } },
  )
  await waitFor(() => expect(result.current.data?.items).toHaveLength(2))
  const [before, read] = [result.current.data, texts]
  rerender({ halfLifeMs: 3_600_000 })
  expect(result.current.data).toBe(before)
  expect(texts).toBe(read)
  rerender({ halfLifeMs: 7_200_000 })
  expect(result.current.data?.aggregate?.score).not.toBe(before?.aggregate?.score)
})

test('who loads ahead with the query options fills the cache of the hook', async () => {
  const wire = { stories: [good()], asked: 0 }
  const { client, queryClient, wrapper } = setup(wire)
  await queryClient.prefetchQuery(sentimentQueryOptions(client, { symbol: 'AAPL' }))
  const { result } = renderHook(() => useSentiment({ symbol: 'AAPL', names: ['Apple'] }), { wrapper })
  expect(result.current.data?.items).toHaveLength(1)
  expect(wire.asked).toBe(1)
})
