import { afterEach, describe, expect, test } from 'vitest'
import { type Bus, type BusMessage, compareCursors } from '../bus/bus.ts'

/** Two ends of one bus: for one that is shared, two processes. */
export type BusEnds = { near: Bus; far: Bus; [Symbol.asyncDispose](): Promise<void> }

/** The rules that every bus keeps, whatever carries its messages. `keep` is how many of a topic `open` asks for. */
export function describeBus(name: string, keep: number, open: () => Promise<BusEnds>): void {
  describe(name, () => {
    let ends: BusEnds | undefined
    const fresh = async () => {
      ends = await open()
      return ends
    }
    afterEach(async () => {
      await ends?.[Symbol.asyncDispose]()
      ends = undefined
    })
    const bodies = (messages: readonly BusMessage[]) => messages.map(({ body }) => body)
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, n) => String(from + n))

    test('what is published comes to every listener once, in order, with the place that the publisher was told', async () => {
      const { near, far } = await fresh()
      const heard: BusMessage[][] = [[], [], []]
      for (const [at, bus] of [near, far, far].entries()) bus.subscribe('t', (one) => heard[at]?.push(one))
      await far.read('t', undefined)
      const places = await Promise.all(numbers(1, keep).map((body) => near.publish('t', body)))
      for (const list of heard) {
        await expect.poll(() => bodies(list)).toEqual(numbers(1, keep))
        expect(list.map(({ cursor }) => cursor)).toEqual(places)
      }
      expect(
        places.every((place, n) => n === 0 || compareCursors(place ?? '', places[n - 1] ?? '') > 0),
      ).toBe(true)
    })

    test('topics do not mix, and one that was left is heard no more', async () => {
      const { near, far } = await fresh()
      const heard: string[] = []
      const stop = far.subscribe('a', ({ body }) => heard.push(body))
      far.subscribe('b', ({ body }) => heard.push(body))
      await Promise.all(['a', 'b'].map((topic) => far.read(topic, undefined)))
      await near.publish('a', 'a1')
      await near.publish('c', 'c1')
      await expect.poll(() => heard).toEqual(['a1'])
      stop()
      await near.publish('a', 'a2')
      await near.publish('b', 'b1')
      await expect.poll(() => heard).toEqual(['a1', 'b1'])
    })

    test('an empty topic has a place, and what is published after it is all that is read', async () => {
      const { near, far } = await fresh()
      const { cursor, messages, complete } = await far.read('t', undefined)
      expect({ messages, complete }).toEqual({ messages: [], complete: true })
      for (const body of ['a', 'b', 'c']) await near.publish('t', body)
      const replay = await far.read('t', cursor)
      expect([bodies(replay.messages), replay.complete]).toEqual([['a', 'b', 'c'], true])
      const { messages: newest } = await far.read('t', undefined)
      expect(bodies(newest)).toEqual(['c'])
      expect(replay.cursor).toBe(newest[0]?.cursor)
      expect((await far.read('t', replay.cursor)).messages).toEqual([])
    })

    test('who reads the past and listens on misses nothing, whenever it begins, and can tell what comes twice', async () => {
      const { near, far } = await fresh()
      const { cursor } = await near.read('t', undefined)
      const all = numbers(1, keep)
      const publishing = (async () => {
        for (const body of all) await near.publish('t', body)
      })()
      const joined = numbers(0, 20).map(async () => {
        const heard: BusMessage[] = []
        far.subscribe('t', (message) => heard.push(message))
        const replay = await far.read('t', cursor)
        await publishing
        await expect.poll(() => heard.at(-1)?.body ?? replay.messages.at(-1)?.body).toBe(all.at(-1))
        const later = heard.filter((one) => compareCursors(one.cursor, replay.cursor) > 0)
        expect(bodies([...replay.messages, ...later])).toEqual(all)
      })
      await Promise.all(joined)
    })

    test('a bounded past is kept, and who asks for more is told that some is gone', async () => {
      const { near, far } = await fresh()
      const { cursor } = await far.read('t', undefined)
      await Promise.all(numbers(1, keep * 4).map((body) => near.publish('t', body)))
      const { messages, complete } = await far.read('t', cursor)
      expect(complete).toBe(false)
      expect(messages.length).toBeGreaterThanOrEqual(keep)
      expect(messages.length).toBeLessThanOrEqual(keep * 2)
      expect(bodies(messages)).toEqual(numbers(keep * 4 - messages.length + 1, keep * 4))
      const second = await far.read('t', messages[0]?.cursor)
      expect([second.messages.length, second.complete]).toEqual([messages.length - 1, true])
    })

    test.each(['1000-7', '999999999999999-0', 'x'])(
      'the place %s, which is of no message of this topic, is not taken for one',
      async (place) => {
        const { near, far } = await fresh()
        await near.publish('t', 'a')
        const { messages, complete } = await far.read('t', place)
        expect([bodies(messages), complete]).toEqual([['a'], false])
      },
    )

    test('a publication with an older token than one that was used is refused; without one, none is', async () => {
      const { near, far } = await fresh()
      expect(await near.publish('t', 'a', 5)).toBeDefined()
      expect(await far.publish('t', 'b', 7)).toBeDefined()
      expect(await near.publish('t', 'stale', 5)).toBeUndefined()
      expect(await near.publish('other', 'c', 5)).toBeDefined()
      expect(await near.publish('t', 'd')).toBeDefined()
      const { messages } = await far.read('t', '0-0')
      expect(bodies(messages)).toEqual(['a', 'b', 'd'])
    })

    test('once a topic is claimed, nothing more comes of who had it before', async () => {
      const { near, far } = await fresh()
      await near.publish('t', 'a', 5)
      expect(await far.claim('t', 6)).toBe(true)
      expect(await near.publish('t', 'stale', 5)).toBeUndefined()
      expect(await near.claim('t', 5)).toBe(false)
      expect(await far.claim('t', 6)).toBe(true)
      expect(bodies((await far.read('t', undefined)).messages)).toEqual(['a'])
    })

    test('letters of every kind come through as they are', async () => {
      const { near, far } = await fresh()
      const body = '{"text":"Ünïcode 漢字 🙂 \\u0000 \\n"}\r\n$-1\r\n'
      const heard: string[] = []
      far.subscribe('t:"é"', (message) => heard.push(message.body))
      await far.read('t:"é"', undefined)
      await near.publish('t:"é"', body)
      await expect.poll(() => heard).toEqual([body])
    })
  })
}
