import { createClient, defineProvider } from '@starkmatter/core'
import { indicators } from '@starkmatter/core/indicators/registry'
import { act, cleanup, configure, render, renderHook, screen, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { StarkMatterProvider } from '../context/StarkMatterProvider.tsx'
import { sampleMarket } from '../testing/sample-market.ts'
import { useBars } from './useBars.ts'
import { useConnection } from './useConnection.ts'
import { useIndicators } from './useIndicators.ts'
import { useLiveBars } from './useLiveBars.ts'
import { useNews } from './useNews.ts'
import { useQuote } from './useQuote.ts'
import { useQuotes } from './useQuotes.ts'
import { useSymbolSearch } from './useSymbolSearch.ts'

// A hang, not a slow machine, is what it is there to catch.
configure({ asyncUtilTimeout: 10_000 })

function Price() {
  return <p>{useQuote({ symbol: 'AAPL' }).data?.last}</p>
}

function Page() {
  const { data } = useLiveBars({ symbol: 'AAPL', interval: '1d' })
  const { data: quote } = useQuote({ symbol: 'AAPL' })
  return <p>{data || quote ? 'data' : 'waiting'}</p>
}

const clients: { close(): void }[] = []

function setup(everyMs = 20) {
  const client = createClient({ providers: [sampleMarket({ everyMs })] })
  clients.push(client)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <StarkMatterProvider client={client}>{children}</StarkMatterProvider>
    </StrictMode>
  )
  return { client, wrapper }
}

afterEach(() => {
  cleanup()
  for (const client of clients.splice(0)) client.close()
})

test('bars arrive as a series with its facts', async () => {
  const { result } = renderHook(() => useBars({ symbol: 'AAPL', interval: '1h', limit: 50 }), setup())
  await waitFor(() => expect(result.current.data?.length).toBe(50))
  expect(result.current.data).toMatchObject({ interval: '1h', simulated: true, timeZone: 'America/New_York' })
})

test('nothing is asked until the symbol is known', async () => {
  const { result } = renderHook(() => useBars({ symbol: undefined, interval: '1h' }), setup())
  expect(result.current.fetchStatus).toBe('idle')
})

test('an unknown symbol is an error with its code, and nothing is thrown at the page', async () => {
  const { result } = renderHook(() => useBars({ symbol: 'NOPE', interval: '1d' }), setup())
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'UNKNOWN_SYMBOL' }))
})

test('an action that no provider has is an UNSUPPORTED error that says what to add', async () => {
  const { result } = renderHook(() => useNews(), setup())
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'UNSUPPORTED' }))
})

test('the last bar moves, and the bars before it stay', async () => {
  const { result } = renderHook(() => useLiveBars({ symbol: 'AAPL', interval: '1m', limit: 100 }), setup())
  await waitFor(() => expect(result.current.live?.state).toBe('live'))
  await waitFor(() => expect(result.current.data?.length).toBeGreaterThanOrEqual(100))
  const first = result.current.data
  const [before, closed] = [first?.close.at(-1), first?.close.slice(0, -1)]
  await waitFor(() => expect(result.current.data?.close.at(-1)).not.toBe(before))
  expect(result.current.data?.forming).toBe(true)
  expect(result.current.live?.lastEventAt).toBeGreaterThan(0)
  expect(result.current.data?.close.slice(0, closed?.length)).toEqual(closed)
})

test('older bars come before the ones at hand, without a gap and without a duplicate', async () => {
  const { result } = renderHook(() => useLiveBars({ symbol: 'AAPL', interval: '1h', limit: 100 }), setup())
  await waitFor(() => expect(result.current.data?.length).toBeGreaterThanOrEqual(100))
  await act(async () => {
    await result.current.fetchOlder()
  })
  await waitFor(() => expect(result.current.data?.length).toBeGreaterThanOrEqual(200))
  const times = [...(result.current.data?.time ?? [])]
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  expect(new Set(steps)).toEqual(new Set([3_600_000]))
})

test('indicators that follow the forming bar are those of the whole series, to the bit', async () => {
  const wanted = [
    { name: 'RSI', params: { period: 14 } },
    { name: 'MACD' },
    { name: 'BBANDS', params: { period: 20 } },
  ]
  const { result } = renderHook(() => {
    const { data: series } = useLiveBars({ symbol: 'AAPL', interval: '1m', limit: 120 })
    return { series, results: useIndicators({ series, indicators: wanted }).data }
  }, setup())
  await waitFor(() => expect(result.current.results).toHaveLength(3))
  const before = result.current.series?.close.at(-1)
  await waitFor(() => expect(result.current.series?.close.at(-1)).not.toBe(before))
  const { series, results } = result.current
  for (const { name, values } of results ?? []) {
    const expected = indicators.get(name)?.compute([series?.close ?? []], values?.params)
    expect(values?.columns.map((column) => [...column])).toEqual(expected?.map((column) => [...column]))
  }
})

test('one indicator with a parameter out of its range does not take the others with it', async () => {
  const wanted = [
    { name: 'SMA', params: { period: -1 } },
    { name: 'NOPE' },
    { name: 'EMA', params: { period: 5 } },
  ]
  const { result } = renderHook(() => {
    const { data: series } = useBars({ symbol: 'AAPL', interval: '1d', limit: 60 })
    return useIndicators({ series, indicators: wanted }).data
  }, setup())
  await waitFor(() => expect(result.current).toHaveLength(3))
  expect(result.current?.map(({ error, values }) => [error === null, values !== null])).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ])
  expect(result.current?.[1]?.error?.message).toContain('"NOPE"')
})

test('many readers of one quote share one feed, and it ends after the last of them', async () => {
  const { client, wrapper } = setup()
  const watch = vi.spyOn(client, 'watchQuotes')
  const { unmount } = render(
    [1, 2, 3].map((key) => <Price key={key} />),
    { wrapper },
  )
  await waitFor(() => expect(screen.getAllByText(/\d/)).toHaveLength(3))
  expect(watch).toHaveBeenCalledTimes(1)
  const close = vi.spyOn(watch.mock.results[0]?.value, 'close')
  unmount()
  await waitFor(() => expect(close).toHaveBeenCalledTimes(1))
})

test('quotes come in the order of the symbols, each with its own error', async () => {
  const symbols = ['MSFT', 'NOPE', 'AAPL']
  const { result } = renderHook(() => useQuotes({ symbols }), setup())
  await waitFor(() => expect(result.current.every(({ isPending }) => !isPending)).toBe(true))
  expect(result.current.map(({ quote }) => quote?.name)).toEqual([
    'Microsoft Corporation',
    undefined,
    'Apple Inc.',
  ])
  expect(result.current[1]?.error).toMatchObject({ code: 'UNKNOWN_SYMBOL' })
})

test('a search finds by symbol and by name, and is idle without a text', async () => {
  const { result, rerender } = renderHook(({ text }) => useSymbolSearch({ text }), {
    ...setup(),
    initialProps: { text: ' ' },
  })
  expect(result.current.fetchStatus).toBe('idle')
  rerender({ text: 'micro' })
  await waitFor(() =>
    expect(result.current.data?.map(({ instrument }) => instrument.symbol)).toEqual(['MSFT']),
  )
})

test('the connection says how many feeds are open, and that their data are made up', async () => {
  const { result } = renderHook(() => {
    useQuote({ symbol: 'AAPL' })
    useLiveBars({ symbol: 'AAPL', interval: '1m', limit: 10 })
    return useConnection()
  }, setup())
  await waitFor(() => expect(result.current).toMatchObject({ state: 'live', feeds: 2, simulated: true }))
})

test('a page renders on a server, where there is no frame and no feed', () => {
  const { wrapper: Wrapper } = setup()
  expect(
    renderToString(
      <Wrapper>
        <Page />
      </Wrapper>,
    ),
  ).toContain('waiting')
})

test('a client without live feeds still answers', async () => {
  const { watchBars: _bars, watchQuotes: _quotes, stream: _stream, ...still } = sampleMarket()
  const client = createClient({ providers: [defineProvider(still)] })
  const { result } = renderHook(
    () => useLiveBars({ symbol: 'AAPL', interval: '1d', limit: 5, client }),
    setup(),
  )
  await waitFor(() => expect(result.current.data?.length).toBe(5))
  expect(result.current.live).toBeNull()
})
