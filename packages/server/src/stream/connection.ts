import { BadRequestError, type Clock, type Logger, StarkMatterError } from '@starkmatter/core'
import type { RawData, WebSocket } from 'ws'
import * as z from 'zod'
import { type Bus, type BusMessage, compareCursors, type Replay } from '../bus/bus.ts'
import { toErrorAnswer } from '../gateway/errors.ts'
import type { StreamLimits } from '../gateway/options.ts'
import type { StreamTally } from '../metrics/gateway-metrics.ts'
import type { Hub } from './hub.ts'
import { createOutbox } from './outbox.ts'
import {
  type ClientMessage,
  clientMessage,
  closeCodes,
  protocolVersion,
  type ServerMessage,
  type Topic,
  topicFrame,
  topicOf,
} from './protocol.ts'

export type ConnectionContext = {
  hub: Hub
  bus: Bus
  limits: StreamLimits
  clock: Clock
  logger: Logger | undefined
  tally: StreamTally
}

/** How long a subscriber waits for a bus that is away, and how often it is asked. */
const busPatienceMs = 15_000
const busRetryMs = 250

/** Speaks the protocol with one socket until it closes. */
export function serveConnection(
  socket: WebSocket,
  { hub, bus, limits, clock, logger, tally }: ConnectionContext,
): void {
  const outbox = createOutbox(socket, limits, clock, tally)
  const send = (message: ServerMessage) => outbox.send(JSON.stringify(message))
  const topics = new Map<string, () => void>()
  let hasAnswered = true
  let cancelHeartbeat = () => {}

  function beat(): void {
    if (!hasAnswered) {
      tally.silent++
      socket.close(closeCodes.silent, 'no answer to pings')
      socket.terminate()
      return
    }
    hasAnswered = false
    socket.ping()
    send({ type: 'heartbeat', time: clock.now() })
    cancelHeartbeat = clock.schedule(limits.heartbeatMs, beat)
  }

  async function subscribe(topic: Topic, after: string | undefined): Promise<void> {
    if (topics.has(topic.id))
      throw new BadRequestError(`${topic.id} is subscribed already.`, { parameter: 'symbol' })
    if (topics.size >= limits.subscriptionsPerSocket) {
      throw new BadRequestError(
        `One socket may have ${limits.subscriptionsPerSocket} subscriptions. Unsubscribe from some, or open another.`,
        { parameter: 'symbol' },
      )
    }
    // What arrives while the past is read waits, and what the past held already is not sent again: no gap, no duplicate.
    let waiting: BusMessage[] | undefined = []
    let lastCursor: string | undefined
    const forward = (message: BusMessage) => {
      if (lastCursor !== undefined && compareCursors(message.cursor, lastCursor) <= 0) return
      lastCursor = message.cursor
      if (message.afterLoss) {
        const reason = 'The gateway came too late for some messages.'
        send({ type: 'gap', topic: topic.id, from: null, to: null, reason })
      }
      outbox.send(topicFrame(topic.id, message.cursor, message.body), conflationKey(topic.id, message.body))
    }
    const stopListening = bus.subscribe(topic.id, (message) => {
      if (waiting) waiting.push(message)
      else forward(message)
    })
    const stopHub = hub.listen(topic, (notice) => {
      send(notice)
      if (notice.type === 'error') leave(topic.id)
    })
    const stop = () => {
      stopListening()
      stopHub()
    }
    topics.set(topic.id, stop)

    const isWanted = () => topics.get(topic.id) === stop
    const replay = await readPast(topic.id, after, isWanted)
    if (!replay) return
    const { channel, symbol, instrument } = topic
    const interval = topic.channel === 'bars' ? { interval: topic.interval } : {}
    const isResumed = after !== undefined && replay.complete
    const base = isResumed ? after : null
    const cursor = replay.messages.length === 0 ? replay.cursor : base
    send({
      type: 'subscribed',
      topic: topic.id,
      channel,
      symbol,
      instrument,
      ...interval,
      cursor,
      resumed: isResumed,
    })
    if (after !== undefined && !replay.complete) {
      const reason = 'The gateway no longer keeps what came after this cursor.'
      send({ type: 'gap', topic: topic.id, from: null, to: null, reason })
    }
    for (const message of replay.messages) forward(message)
    for (const message of waiting) forward(message)
    waiting = undefined
  }

  /** The past of a topic; while the bus is away, it is waited for. Nothing where it is not wanted any more. */
  async function readPast(
    id: string,
    after: string | undefined,
    isWanted: () => boolean,
  ): Promise<Replay | undefined> {
    const begin = clock.now()
    for (;;) {
      try {
        const replay = await bus.read(id, after)
        return isWanted() ? replay : undefined
      } catch (error) {
        if (!isWanted()) return undefined
        if (!isRetryable(error) || clock.now() - begin > busPatienceMs) {
          leave(id)
          send({ type: 'error', topic: id, error: toErrorAnswer(error).body.error })
          return undefined
        }
        await new Promise<void>((resolve) => void clock.schedule(busRetryMs, resolve))
      }
    }
  }

  function leave(id: string): void {
    const stop = topics.get(id)
    topics.delete(id)
    stop?.()
  }

  async function receive(data: RawData): Promise<void> {
    const message = readMessage(data)
    if (message.type === 'ping') return send({ type: 'pong', time: clock.now() })
    const topic = topicOf(message)
    if (message.type === 'subscribe') return subscribe(topic, message.cursor ?? undefined)
    leave(topic.id)
    send({ type: 'unsubscribed', topic: topic.id })
  }

  socket.on('message', (data) => {
    hasAnswered = true
    receive(data).catch((error: unknown) => {
      const { status, body } = toErrorAnswer(error)
      if (status === 500) logger?.warn('A message of a socket failed', { reason: String(error) })
      send({ type: 'error', error: body.error })
    })
  })
  socket.on('pong', () => {
    hasAnswered = true
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    cancelHeartbeat()
    outbox.close()
    for (const id of [...topics.keys()]) leave(id)
  })

  send({ type: 'hello', protocol: protocolVersion, heartbeatMs: limits.heartbeatMs })
  cancelHeartbeat = clock.schedule(limits.heartbeatMs, beat)
}

/** @throws {BadRequestError} the frame is not one of the protocol's messages */
function readMessage(data: RawData): ClientMessage {
  let input: unknown
  try {
    input = JSON.parse(data.toString())
  } catch (cause) {
    throw new BadRequestError('A message must be JSON.', { cause })
  }
  const result = clientMessage.safeParse(input)
  if (result.success) return result.data
  throw new BadRequestError(`The message is not understood: ${z.prettifyError(result.error)}`)
}

/** States of one bar or of one instrument's quote replace each other; everything else is kept. */
function conflationKey(topic: string, body: string): string | undefined {
  if (body.startsWith('{"type":"quote"')) return topic
  const time = /^\{"type":"bar","bar":\{"time":(\d+)/.exec(body)?.[1]
  return time === undefined ? undefined : `${topic} ${time}`
}

function isRetryable(error: unknown): boolean {
  return StarkMatterError.is(error) && error.retryable
}
