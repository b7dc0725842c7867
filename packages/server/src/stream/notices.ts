import * as z from 'zod'
import type { Bus } from '../bus/bus.ts'
import type { ServerMessage } from './protocol.ts'

/** What a listener hears of a topic beside its messages. It has no place: only the newest matters. */
export type Notice = Extract<ServerMessage, { type: 'status' | 'error' }>

export type StatusNotice = Extract<Notice, { type: 'status' }>

/** Gateways tell each other of a topic's state on a topic beside it. `vacant`: who watched it has left in good order. */
export type FeedMessage = Notice | { type: 'vacant' }

export const noticesOf = (topic: string) => `${topic}#notices`

// Another gateway wrote it, maybe one of another version: what is not understood is left out.
const feedMessage: z.ZodType<FeedMessage> = z.union([
  z.looseObject({
    type: z.literal('status'),
    topic: z.string(),
    state: z.enum(['connecting', 'live', 'polling', 'stale', 'reconnecting', 'closed']),
    provider: z.string().nullable(),
    simulated: z.boolean(),
    delayedMs: z.number().nullable(),
    reason: z.string().optional(),
  }),
  z.looseObject({
    type: z.literal('error'),
    topic: z.string(),
    error: z.looseObject({
      code: z.custom<Extract<Notice, { type: 'error' }>['error']['code']>((code) => typeof code === 'string'),
      message: z.string(),
      retryable: z.boolean(),
    }),
  }),
  z.object({ type: z.literal('vacant') }),
])

export function readFeedMessage(body: string): FeedMessage | undefined {
  return parseWith(feedMessage, body)
}

/** Where a feed stood: its newest bar, or the time of its newest quote. */
export type LastHeard =
  | { type: 'bar'; bar: { time: number; closed: boolean } }
  | { type: 'quote'; quote: { time: number | null } }

const lastHeard: z.ZodType<LastHeard> = z.union([
  z.object({ type: z.literal('bar'), bar: z.object({ time: z.int(), closed: z.boolean() }) }),
  z.object({ type: z.literal('quote'), quote: z.object({ time: z.number().nullable() }) }),
])

/** The newest bar or quote of a topic, by whomever it was published. */
export async function readLastHeard(bus: Bus, topic: string): Promise<LastHeard | undefined> {
  const { messages: newest } = await bus.read(topic, undefined)
  const [message] = newest
  if (!message) return undefined
  const heard = parseWith(lastHeard, message.body)
  if (heard) return heard
  // The newest says that something was lost; what was before that is rarely asked for.
  const { messages } = await bus.read(topic, '0-0')
  return messages
    .toReversed()
    .map(({ body }) => parseWith(lastHeard, body))
    .find((found) => found !== undefined)
}

function parseWith<value>(schema: z.ZodType<value>, body: string): value | undefined {
  try {
    return schema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
