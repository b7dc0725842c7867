import { expect, test } from 'vitest'
import { Secrets } from '../http/secrets.ts'
import { equity, type OrderBook } from '../market/index.ts'
import type { SocketStream, StreamTopic } from '../provider/index.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { type Socket, SocketFeed } from './socket-feed.ts'
import type { ConnectionState } from './subscription.ts'

const instrument = equity('A')
const topic = (): StreamTopic => ({ key: 'book A', channel: 'book', instrument, symbol: 'A', depth: 5 })
const other: StreamTopic = { key: 'trades A', channel: 'trades', instrument, symbol: 'A' }
const book: OrderBook<'string'> = { instrument, time: 1, bids: [['1', '2']], asks: [['3', '4']] }

/** A feed of books that begin with a snapshot, over a socket that is open at once; it says nothing by itself. */
function open(rhythmMs?: number) {
  const clock = fakeClock()
  const sent: string[] = []
  const snapshots: ((book: OrderBook<'string'>) => void)[] = []
  const stream: SocketStream = {
    kind: 'socket',
    url: 'ws://venue',
    silenceMs: 1e9,
    ...(rhythmMs !== undefined && { rhythmMs: () => rhythmMs }),
    codec: () => ({
      open: () => ({ ready: true }),
      subscribe: (topics) => ({
        send: topics.map(({ key }) => `+${key}`),
        snapshots: topics
          .filter(({ channel }) => channel === 'book')
          .map(({ key }) => ({ topic: key, depth: 5 })),
      }),
      unsubscribe: (topics) => ({ send: topics.map(({ key }) => `-${key}`) }),
      receive: () => ({}),
      snapshot: ({ key }) => ({
        events: [{ type: 'book', topic: key, book: { instrument, time: 1, bids: [[1, 2]], asks: [[3, 4]] } }],
      }),
    }),
  }
  const feed = new SocketFeed(stream, {
    provider: 'venue',
    url: 'ws://venue',
    clock,
    random: () => 0,
    secrets: new Secrets(),
    async openSocket() {
      const socket: Socket = {
        binaryType: '',
        send: (frame) => sent.push(String(frame)),
        close() {},
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
      }
      clock.schedule(0, () => Reflect.apply(socket.onopen ?? (() => {}), socket, [{}]))
      return socket
    },
    snapshot: () => new Promise((resolve) => snapshots.push(resolve)),
  })
  return { clock, feed, sent, snapshots }
}

function listener() {
  const events: string[] = []
  const states: ConnectionState[] = []
  return {
    events,
    states,
    event: ({ type }: { type: string }) => void events.push(type),
    state: (state: ConnectionState) => void states.push(state),
    failed() {},
  }
}

test('a book that is left and joined again in one turn gets the snapshot that is under way', async () => {
  const { clock, feed, sent, snapshots } = open()
  feed.listen(other, listener())
  const leave = feed.listen(topic(), listener())
  await clock.advance(1)
  expect(snapshots).toHaveLength(1)
  leave()
  const second = listener()
  feed.listen(topic(), second)
  await clock.advance(1)
  snapshots[0]?.(book)
  await clock.advance(1)
  expect(second.events).toEqual(['book'])
  expect(sent).toEqual(['+trades A', '+book A'])
})

test('a book that is left gets no snapshot, and asks for another when it is joined again', async () => {
  const { clock, feed, sent, snapshots } = open()
  feed.listen(other, listener())
  const leave = feed.listen(topic(), listener())
  await clock.advance(1)
  leave()
  await clock.advance(1)
  const second = listener()
  feed.listen(topic(), second)
  await clock.advance(1)
  expect(snapshots).toHaveLength(2)
  snapshots[0]?.(book)
  await clock.advance(1)
  expect(second.events).toEqual([])
  snapshots[1]?.(book)
  await clock.advance(1)
  expect(second.events).toEqual(['book'])
  expect(sent).toEqual(['+trades A', '+book A', '-book A', '+book A'])
})

test('a topic that is left and joined again in one turn is still watched for silence', async () => {
  const { clock, feed, sent } = open(100)
  const leave = feed.listen(other, listener())
  await clock.advance(1)
  leave()
  const second = listener()
  feed.listen({ ...other }, second)
  await clock.advance(100)
  expect(second.states).toEqual(['live', 'stale', 'reconnecting'])
  expect(sent).toEqual(['+trades A', '-trades A', '+trades A'])
})

test('a feed that was closed does not call itself live to who opens it again', async () => {
  const { clock, feed } = open()
  feed.listen(other, listener())()
  await clock.advance(2_000)
  const leave = feed.listen(other, listener())
  await clock.advance(1)
  leave()
  await clock.advance(2_000)
  const last = listener()
  feed.listen(other, last)
  expect(last.states).toEqual(['connecting'])
  await clock.advance(1)
  expect(last.states).toEqual(['connecting', 'live'])
})
