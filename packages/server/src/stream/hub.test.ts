import { createClient, NetworkError, systemClock } from '@starkmatter/core'
import { describe, expect, test, vi } from 'vitest'
import type { Bus } from '../bus/bus.ts'
import { createMemoryBus } from '../bus/memory-bus.ts'
import { createServices } from '../gateway/services.ts'
import { createMemoryLeases } from '../lease/createMemoryLeases.ts'
import { numberedProvider } from '../testing/numbered-provider.ts'
import { base, startNumberedVenue } from '../testing/numbered-venue.ts'
import { createHub } from './hub.ts'
import type { Notice } from './notices.ts'
import { topicOf } from './protocol.ts'

const bars = topicOf({ type: 'subscribe', channel: 'bars', symbol: 'AAPL', interval: '1s' })
const unheardOf = topicOf({ type: 'subscribe', channel: 'bars', symbol: 'AAPL', interval: '1mo' })
vi.setConfig({ testTimeout: 60_000 })
// Real sockets and timers: on a busy machine they take their time.
const waiting = { timeout: 30_000 }

/** A venue, and hubs over one bus as several gateways have them. The bus can be cut for one of them or for all. */
async function open({ takeOverMs = 60_000, lingerMs = 10_000 } = {}) {
  const venue = await startNumberedVenue({ everyMs: 10 })
  const bus = createMemoryBus({ keep: 4_096 })
  const leases = createMemoryLeases()
  const closed: number[] = []
  bus.subscribe(bars.id, ({ body }) => {
    const { bar } = JSON.parse(body)
    if (bar?.closed) closed.push((bar.time - base) / 1_000)
  })
  const hubs: { close(): Promise<void> }[] = []

  function addHub(name: string) {
    let isCut = false
    const fail = async () => {
      throw new NetworkError('The bus is cut.')
    }
    const ownBus: Bus = {
      ...bus,
      trouble: undefined,
      publish: (...message) => (isCut ? fail() : bus.publish(...message)),
      claim: (...claim) => (isCut ? fail() : bus.claim(...claim)),
      read: (...question) => (isCut ? fail() : bus.read(...question)),
    }
    const ownLeases = {
      acquire: async (...wanted: Parameters<typeof leases.acquire>) =>
        isCut ? fail() : leases.acquire(...wanted),
    }
    const client = createClient({ providers: [numberedProvider(venue.url, name)], cache: { maxBars: 0 } })
    const hub = createHub({
      services: createServices({ client }),
      ...{ bus: ownBus, leases: ownLeases, lingerMs, takeOverMs, clock: systemClock, logger: undefined },
    })
    hubs.push(hub)
    const listen = (topic = bars) => {
      const notices: Notice[] = []
      const leave = hub.listen(topic, (notice) => notices.push(notice))
      const states = () =>
        notices.map((notice) => (notice.type === 'status' ? notice.state : notice.error.code))
      return { notices, states, leave }
    }
    return {
      hub,
      listen,
      cut(cut: boolean) {
        isCut = cut
      },
    }
  }
  const watchedBy = (...names: string[]) => expect.poll(() => venue.watchers, waiting).toEqual(names)
  return {
    venue,
    bus,
    closed,
    addHub,
    watchedBy,
    async [Symbol.asyncDispose]() {
      await Promise.all(hubs.map((hub) => hub.close()))
      await bus.close()
      await venue[Symbol.asyncDispose]()
    },
  }
}

const isWhole = (closed: readonly number[]) => closed.every((bar, n) => bar === (closed[0] ?? 0) + n)

describe('hubs over one bus', () => {
  test('one of them watches, and all their listeners hear how the feed stands, whenever they come', async () => {
    await using one = await open()
    const [near, far] = [one.addHub('near'), one.addHub('far')]
    const first = near.listen()
    await one.watchedBy('near')
    await expect.poll(() => first.states().at(-1), waiting).toBe('live')
    const late = far.listen()
    await expect.poll(late.states, waiting).toEqual(['live'])
    expect(late.notices[0]).toMatchObject({ provider: 'numbered', topic: bars.id })
    expect([near.hub.size, far.hub.size, one.venue.subscriptions]).toEqual([1, 0, 1])
  })

  test('one that leaves in good order is replaced at once, however long its lease was', async () => {
    await using one = await open()
    const [near, far] = [one.addHub('near'), one.addHub('far')]
    near.listen()
    await one.watchedBy('near')
    const listener = far.listen()
    await expect.poll(listener.states, waiting).toContain('live')
    await near.hub.close()
    await one.watchedBy('far')
    const { newest } = one.venue
    await expect.poll(() => one.closed.at(-1), waiting).toBeGreaterThan(newest)
    expect(isWhole(one.closed)).toBe(true)
    expect(listener.states()).toContain('reconnecting')
    expect(listener.states().at(-1)).toBe('live')
    expect(one.venue.most).toBe(1)
  })

  test('where the last listener anywhere has left, nobody watches', async () => {
    await using one = await open({ lingerMs: 20 })
    const [near, far] = [one.addHub('near'), one.addHub('far')]
    const listeners = [near.listen(), far.listen()]
    await one.watchedBy('near')
    await expect.poll(() => one.closed.length, waiting).toBeGreaterThan(3)
    listeners[0]?.leave()
    await one.watchedBy('far')
    listeners[1]?.leave()
    await one.watchedBy()
  })

  test('what nobody streams is told to the listeners of all, and asked anew by who comes then', async () => {
    await using one = await open()
    const [near, far] = [one.addHub('near'), one.addHub('far')]
    const both = [near.listen(unheardOf), far.listen(unheardOf)]
    for (const { states } of both) await expect.poll(states, waiting).toEqual(['UNSUPPORTED'])
    expect([near.hub.size, far.hub.size]).toEqual([0, 0])
    await expect.poll(near.listen(unheardOf).states, waiting).toEqual(['UNSUPPORTED'])
  })

  test('one that cannot reach the bus stops watching and says so; back again, it misses no closed bar', async () => {
    await using one = await open({ takeOverMs: 300 })
    const near = one.addHub('near')
    const listener = near.listen()
    await one.watchedBy('near')
    for (let cut = 0; cut < 3; cut++) {
      await expect.poll(() => listener.states().at(-1), waiting).toBe('live')
      near.cut(true)
      await one.watchedBy()
      await expect.poll(() => listener.states().at(-1), waiting).toBe('reconnecting')
      near.cut(false)
      await one.watchedBy('near')
    }
    const { newest } = one.venue
    await expect.poll(() => one.closed.at(-1), waiting).toBeGreaterThan(newest)
    expect(isWhole(one.closed)).toBe(true)
  })

  test('one that is cut off is replaced by another, and follows it when it is back', async () => {
    await using one = await open({ takeOverMs: 300 })
    const [near, far] = [one.addHub('near'), one.addHub('far')]
    const lost = near.listen()
    await one.watchedBy('near')
    far.listen()
    near.cut(true)
    await one.watchedBy('far')
    near.cut(false)
    await expect.poll(() => lost.states().at(-1), waiting).toBe('live')
    expect([near.hub.size, far.hub.size, one.venue.most]).toEqual([0, 1, 1])
    expect(isWhole(one.closed)).toBe(true)
  })

  test('what is no notice is left out', async () => {
    await using one = await open()
    const { states } = one.addHub('near').listen()
    await expect.poll(() => states().at(-1), waiting).toBe('live')
    const before = states().length
    for (const body of ['', '{', '[]', '{"type":"status"}', '{"type":"error","topic":"x"}', 'null']) {
      await one.bus.publish(`${bars.id}#notices`, body)
    }
    expect(states().length).toBe(before)
    await expect.poll(() => one.venue.watchers, waiting).toEqual(['near'])
  })
})
