import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { createClient, type StreamStatus } from '../../index.ts'
import { defineProvider } from '../../provider/index.ts'
import { fakeClock } from '../../testing/fake-clock.ts'
import { startVenue, venueProvider } from '../test/venue.ts'
import { historyUpTo, startStreamVenue, streamProvider } from './test/stream-venue.ts'

const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 })

test('a feed that is opened again after its connection was closed is connecting, not live', async () => {
  await using venue = await startStreamVenue()
  await using client = createClient({ providers: [streamProvider(venue)] })
  const first = client.watchQuotes({ symbols: ['AAPL'] })
  await until(() => expect(first.status.state).toBe('live'))
  first.close()
  await until(() => expect(venue.sockets.size).toBe(0))
  const told: [StreamStatus['state'], connections: number][] = []
  const second = client.watchQuotes({ symbols: ['AAPL'] })
  second.on('status', ({ state }) => told.push([state, venue.connections]))
  await until(() => expect(second.status.state).toBe('live'))
  await until(() => expect(venue.heard).toHaveLength(3))
  expect(told.filter(([state, connections]) => state === 'live' && connections < 2)).toEqual([])
})

test('what is polled is asked no more often after it was closed and opened again during an answer', async () => {
  await using venue = await startVenue()
  const clock = fakeClock(Date.UTC(2024, 0, 2, 15, 0, 30))
  const answer = historyUpTo(clock.now)
  let asked = 0
  let release = () => {}
  venue.answerWith((url, response) => {
    if (++asked > 1) answer(url, response)
    else release = () => answer(url, response)
  })
  const provider = defineProvider({
    ...venueProvider(venue),
    watchBars: { assets: ['equity'], via: 'poll', everyMs: 20_000, intervals: ['1m'] },
  })
  await using client = createClient({ providers: [provider], clock })
  const options = { symbol: 'AAPL', interval: '1m' } as const
  const first = client.watchBars(options)
  await until(() => expect(clock.pending).toBe(1))
  await clock.advance(0)
  await until(() => expect(asked).toBe(1))
  first.close()
  // What was being asked is given up, its deadline included.
  await until(() => expect(clock.pending).toBe(0))
  const second = client.watchBars(options)
  await until(() => expect(clock.pending).toBe(1))
  await clock.advance(0)
  release()
  await until(() => expect(second.status.state).toBe('polling'))
  await delay(50)
  const before = asked
  await clock.advance(20_000)
  await until(() => expect(asked).toBeGreaterThan(before))
  await delay(50)
  expect(asked).toBe(before + 1)
  expect(clock.pending).toBe(1)
})
