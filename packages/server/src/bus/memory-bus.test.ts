import { fakeClock } from '@starkmatter/core/testing/fakes'
import { expect, test } from 'vitest'
import { describeBus } from '../testing/describeBus.ts'
import { compareCursors } from './bus.ts'
import { createMemoryBus } from './memory-bus.ts'

describeBus('a bus in memory', 100, async () => {
  const bus = createMemoryBus({ keep: 100 })
  return { near: bus, far: bus, [Symbol.asyncDispose]: () => bus.close() }
})

test('cursors grow within a millisecond, over milliseconds, and when the clock is set back', async () => {
  let now = 10
  const bus = createMemoryBus({ clock: { ...fakeClock(), now: () => now } })
  for (const time of [10, 10, 12, 11, 13]) {
    now = time
    await bus.publish('topic', String(time))
  }
  const { messages } = await bus.read('topic', '10-0')
  expect(messages.map(({ cursor }) => cursor)).toEqual(['10-1', '10-2', '12-0', '12-1', '13-0'])
  expect(
    messages.every(({ cursor }, i) => compareCursors(cursor, messages[i - 1]?.cursor ?? '0-0') > 0),
  ).toBe(true)
})

test('reading after a cursor gives what followed, and says when some of it is gone', async () => {
  const clock = fakeClock(1_000)
  const bus = createMemoryBus({ keep: 2, clock })
  const { cursor: start } = await bus.read('topic', undefined)
  for (const body of ['a', 'b', 'c']) await bus.publish('topic', body)
  const bodies = async (after: string | undefined) => {
    const { messages, complete } = await bus.read('topic', after)
    return { bodies: messages.map(({ body }) => body), complete }
  }
  expect(await bodies(start)).toEqual({ bodies: ['a', 'b', 'c'], complete: true })
  expect(await bodies(undefined)).toEqual({ bodies: ['c'], complete: true })
  await bus.publish('topic', 'd')
  expect(await bodies(start)).toEqual({ bodies: ['c', 'd'], complete: false })
  expect(await bodies('1000-2')).toEqual({ bodies: ['c', 'd'], complete: true })
})

test('a topic is forgotten only when nobody listens', async () => {
  const bus = createMemoryBus({ clock: fakeClock(1) })
  const heard: string[] = []
  const stop = bus.subscribe('topic', ({ body }) => heard.push(body))
  await bus.publish('topic', 'a')
  await bus.forget('topic')
  await bus.publish('topic', 'b')
  expect(heard).toEqual(['a', 'b'])
  stop()
  await bus.forget('topic')
  expect((await bus.read('topic', undefined)).messages).toEqual([])
})
