import { expect, test } from 'vitest'
import { fakeClock } from '../testing/fake-clock.ts'
import { SendQueue } from './send-queue.ts'

test('no second has more frames than the venue allows, and they go in order', async () => {
  const clock = fakeClock()
  const sent: [frame: string, at: number][] = []
  const queue = new SendQueue({
    clock,
    perSecond: 3,
    send: (frame) => sent.push([String(frame), clock.now()]),
  })
  for (let frame = 0; frame < 8; frame++) queue.push(String(frame))
  await clock.advance(5_000)
  expect(sent.map(([frame]) => frame).join('')).toBe('01234567')
  for (const [, at] of sent) {
    expect(sent.filter(([, other]) => other >= at && other < at + 1_000).length).toBeLessThanOrEqual(3)
  }
})

test('what waits when the connection ends is forgotten', async () => {
  const clock = fakeClock()
  const sent: string[] = []
  const queue = new SendQueue({ clock, perSecond: 1, send: (frame) => sent.push(String(frame)) })
  queue.push('a')
  queue.push('b')
  queue.close()
  await clock.advance(5_000)
  expect(sent).toEqual(['a'])
})
