import { expect, test } from 'vitest'
import { equity } from '../market/index.ts'
import type { StreamTopic } from '../provider/index.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { TopicWatch } from './topic-watch.ts'

const topic = (channel: StreamTopic['channel'], symbol: string): StreamTopic => {
  return { key: `${channel} ${symbol}`, channel, instrument: equity(symbol), symbol }
}

function watching(everyMs: number) {
  const clock = fakeClock()
  const silent: (readonly [key: string, at: number])[] = []
  const watch = new TopicWatch({
    clock,
    rhythmMs: ({ channel }) => (channel === 'bars' ? everyMs : undefined),
    onSilent: ({ key }) => silent.push([key, clock.now()]),
  })
  return { clock, silent, watch }
}

test('a topic is silent a rhythm after its last word, and again after each further one', async () => {
  const { clock, silent, watch } = watching(100)
  watch.add(topic('bars', 'A'))
  watch.add(topic('quotes', 'A'))
  await clock.advance(60)
  expect(watch.heard('bars A', clock.now())).toBe(false)
  await clock.advance(99)
  expect(silent).toEqual([])
  await clock.advance(101)
  expect(silent).toEqual([
    ['bars A', 160],
    ['bars A', 260],
  ])
  expect(watch.heard('bars A', clock.now())).toBe(true)
  expect(watch.heard('bars A', clock.now())).toBe(false)
  expect(watch.heard('quotes A', clock.now())).toBe(false)
})

test('what is left, or over, is not waited for', async () => {
  const { clock, silent, watch } = watching(100)
  watch.add(topic('bars', 'A'))
  watch.add(topic('bars', 'B'))
  watch.remove('bars A')
  expect(clock.pending).toBe(1)
  watch.clear()
  expect(clock.pending).toBe(0)
  await clock.advance(1_000)
  expect(silent).toEqual([])
})

test('a rhythm of a month is no timer that has run out', async () => {
  const month = 31 * 86_400_000
  const { clock, silent, watch } = watching(month)
  watch.add(topic('bars', 'A'))
  await clock.advance(month - 1)
  expect(silent).toEqual([])
  await clock.advance(1)
  expect(silent).toEqual([['bars A', month]])
})
