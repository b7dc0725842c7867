import { NetworkError, NoDataError } from '@starkmatter/core'
import { fakeClock } from '@starkmatter/core/testing/fakes'
import { describe, expect, test } from 'vitest'
import { createMemoryLeases } from '../lease/createMemoryLeases.ts'
import type { SharedTexts } from './cache.ts'
import { createCache } from './createCache.ts'

const freshness = { freshMs: 1_000, staleMs: 10_000 }
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Counts questions, and answers each when it is told to. */
function upstream() {
  const asked: { answer(text: string): void; fail(error: Error): void; signal: AbortSignal }[] = []
  const load = (signal: AbortSignal) =>
    new Promise<string>((answer, fail) => {
      asked.push({ answer, fail, signal })
    })
  return { asked, load }
}

test('however many ask at once, one question is asked; while its answer is fresh, none', async () => {
  const clock = fakeClock()
  const cache = createCache({ clock })
  const { asked, load } = upstream()
  const all = Array.from({ length: 1_000 }, () => cache.get('a', freshness, load))
  const other = cache.get('b', freshness, async () => 'other')
  asked[0]?.answer('first')
  expect(new Set(await Promise.all(all))).toEqual(new Set(['first']))
  expect(await other).toBe('other')
  await clock.advance(999)
  expect(await cache.get('a', freshness, load)).toBe('first')
  expect(asked).toHaveLength(1)
  await clock.advance(1)
  const again = cache.get('a', freshness, load)
  asked[1]?.answer('second')
  expect(await again).toBe('second')
})

test('one who leaves disturbs no other; when all have left, the question is given up', async () => {
  const cache = createCache({ clock: fakeClock() })
  const { asked, load } = upstream()
  const callers = [new AbortController(), new AbortController()]
  const answers = callers.map(({ signal }) => cache.get('a', freshness, load, signal))
  callers[0]?.abort()
  await expect(answers[0]).rejects.toMatchObject({ code: 'ABORTED' })
  expect(asked[0]?.signal.aborted).toBe(false)
  callers[1]?.abort()
  await expect(answers[1]).rejects.toMatchObject({ code: 'ABORTED' })
  expect(asked[0]?.signal.aborted).toBe(true)
  // What was given up is no answer for who comes then.
  const late = cache.get('a', freshness, load)
  expect(asked).toHaveLength(2)
  asked[1]?.answer('late')
  expect(await late).toBe('late')
})

test('a failure is told to all who wait and is not kept', async () => {
  const cache = createCache({ clock: fakeClock() })
  const { asked, load } = upstream()
  const both = [cache.get('a', freshness, load), cache.get('a', freshness, load)]
  asked[0]?.fail(new NetworkError('down'))
  for (const one of both) await expect(one).rejects.toMatchObject({ code: 'NETWORK' })
  expect(await cache.get('a', freshness, async () => 'up')).toBe('up')
})

test('where a provider fails an older answer stands in for a while, but not where there is nothing to be had', async () => {
  const clock = fakeClock()
  const cache = createCache({ clock })
  await cache.get('a', freshness, async () => 'old')
  await clock.advance(5_000)
  const down = () => Promise.reject(new NetworkError('down'))
  const gone = () => Promise.reject(new NoDataError('nothing', { provider: 'venue' }))
  expect(await cache.get('a', freshness, down)).toBe('old')
  await expect(cache.get('a', freshness, gone)).rejects.toMatchObject({ code: 'NO_DATA' })
  await clock.advance(6_000)
  await expect(cache.get('a', freshness, down)).rejects.toMatchObject({ code: 'NETWORK' })
})

test('what was not asked for the longest goes when there is no room, and one answer never takes it all', async () => {
  const cache = createCache({ clock: fakeClock(), maxBytes: 10_000, maxEntries: 3 })
  let loads = 0
  const ask = (key: string, size = 10) =>
    cache.get(key, freshness, async () => {
      loads++
      return 'x'.repeat(size)
    })
  for (const key of ['a', 'b', 'c', 'a', 'd']) await ask(key)
  expect(loads).toBe(4)
  await ask('a')
  expect(loads).toBe(4)
  await ask('b')
  expect(loads).toBe(5)
  await ask('huge', 5_000)
  await ask('huge', 5_000)
  expect(loads).toBe(7)
  for (const key of ['a', 'b', 'd']) await ask(key, 600)
  expect(loads).toBe(7)
})

describe('shared by several processes', () => {
  function sharedTexts(): SharedTexts & { isDown: boolean } {
    const texts = new Map<string, string>()
    return {
      isDown: false,
      async get(key) {
        if (this.isDown) throw new NetworkError('no shared place')
        const text = texts.get(key)
        return text === undefined ? undefined : { text, freshForMs: 500 }
      },
      async set(key, text) {
        if (this.isDown) throw new NetworkError('no shared place')
        texts.set(key, text)
      },
    }
  }

  test('one process asks, the others hear its answer', async () => {
    const shared = sharedTexts()
    const leases = createMemoryLeases()
    const caches = Array.from({ length: 4 }, () => createCache({ shared, leases }))
    const { asked, load } = upstream()
    const all = caches.flatMap((cache) => [1, 2, 3].map(() => cache.get('a', freshness, load)))
    await expect.poll(() => asked.length).toBe(1)
    asked[0]?.answer('once')
    expect(new Set(await Promise.all(all))).toEqual(new Set(['once']))
    expect(asked).toHaveLength(1)
  })

  test('where the shared place is away each process asks for itself, once', async () => {
    const shared = sharedTexts()
    shared.isDown = true
    const cache = createCache({ shared, leases: createMemoryLeases() })
    const { asked, load } = upstream()
    const all = [1, 2, 3].map(() => cache.get('a', freshness, load))
    await settled()
    asked[0]?.answer('alone')
    expect(await Promise.all(all)).toEqual(['alone', 'alone', 'alone'])
    expect(asked).toHaveLength(1)
  })

  test('where the one that asked fails, the next one asks', async () => {
    const shared = sharedTexts()
    const leases = createMemoryLeases()
    const [first, second] = [createCache({ shared, leases }), createCache({ shared, leases })]
    const { asked, load } = upstream()
    const failed = first.get('a', freshness, load)
    const answered = second.get('a', freshness, load)
    await expect.poll(() => asked.length).toBe(1)
    asked[0]?.fail(new NetworkError('down'))
    await expect(failed).rejects.toMatchObject({ code: 'NETWORK' })
    await expect.poll(() => asked.length).toBe(2)
    asked[1]?.answer('second')
    expect(await answered).toBe('second')
  })
})
