import { fakeClock } from '@starkmatter/core/testing/fakes'
import { expect, test } from 'vitest'
import { streamLimits } from '../gateway/options.ts'
import { createTally } from '../metrics/gateway-metrics.ts'
import { createOutbox, type OutboxSocket } from './outbox.ts'

/** A socket that takes everything and passes on nothing until it is told how much is still waiting. */
function slowSocket() {
  const sent: string[] = []
  const closed: number[] = []
  const state = { bufferedAmount: 0, isTerminated: false }
  const socket: OutboxSocket = {
    get bufferedAmount() {
      return state.bufferedAmount
    },
    readyState: 1,
    OPEN: 1,
    send: (frame: unknown) => void sent.push(String(frame)),
    close: (code?: number) => void closed.push(code ?? 0),
    terminate: () => {
      state.isTerminated = true
    },
  }
  return { socket, sent, closed, state }
}

const limits = streamLimits({ conflateAboveBytes: 100, heldBackMessages: 3, stalledMs: 1_000 })

test('a reader that keeps up gets every frame at once', () => {
  const { socket, sent } = slowSocket()
  const outbox = createOutbox(socket, limits, fakeClock(), createTally())
  for (const frame of ['a', 'b', 'c']) outbox.send(frame, 'bar')
  expect(sent).toEqual(['a', 'b', 'c'])
})

test('a reader that is behind gets the newest state of each bar, in order, and is told how many it missed', async () => {
  const clock = fakeClock()
  const { socket, sent, state } = slowSocket()
  const tally = createTally()
  const outbox = createOutbox(socket, limits, clock, tally)
  state.bufferedAmount = 200
  outbox.send('bar 1, first', 'bar 1')
  outbox.send('bar 2', 'bar 2')
  outbox.send('bar 1, last', 'bar 1')
  outbox.send('gap')
  await clock.advance(500)
  expect(sent).toEqual([])
  state.bufferedAmount = 0
  await clock.advance(100)
  expect(sent).toEqual(['bar 2', 'bar 1, last', 'gap', '{"type":"conflated","messages":1}'])
  outbox.send('bar 3', 'bar 3')
  expect(sent.at(-1)).toBe('bar 3')
  expect(tally).toMatchObject({ frames: 4, conflated: 1, slow: 0 })
})

test('a reader for which too much waits is closed with a code of its own', () => {
  const { socket, closed, state } = slowSocket()
  const tally = createTally()
  const outbox = createOutbox(socket, limits, fakeClock(), tally)
  state.bufferedAmount = 200
  for (let n = 0; n < 4; n++) outbox.send(`gap ${n}`)
  expect(closed).toEqual([4008])
  expect(tally.slow).toBe(1)
})

test('a reader that accepts nothing for long is closed, one that accepts little is not', async () => {
  const clock = fakeClock()
  const stalled = slowSocket()
  const slow = slowSocket()
  for (const { socket, state } of [stalled, slow]) {
    state.bufferedAmount = 10_000
    createOutbox(socket, limits, clock, createTally()).send('bar', 'bar')
  }
  for (let i = 0; i < 40; i++) {
    slow.state.bufferedAmount -= 10
    await clock.advance(50)
  }
  expect(stalled.closed).toEqual([4008])
  expect(slow.closed).toEqual([])
  await clock.advance(1_000)
  expect(stalled.state.isTerminated).toBe(true)
})
