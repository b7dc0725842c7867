import { Readable } from 'node:stream'
import { BadRequestError, type Clock } from '@starkmatter/core'
import type { FastifyInstance } from 'fastify'
import type { Bus } from '../../bus/bus.ts'
import { admit } from '../../identity/access.ts'
import type { Identity } from '../../identity/identity.ts'
import type { AlertStore } from '../../store/alerts/alert-store.ts'
import { alertTopic, readNotice } from '../watch/notices.ts'
import { showFirings } from './show-alert.ts'

export type AlertEventsOptions = {
  ready(): Promise<{ alerts: AlertStore }>
  bus: Bus
  identity: Identity | undefined
  clock: Clock
}

/** How often a reader hears something, and the store is looked at for what no notice told. */
const heartbeatMs = 15_000
const mostAtOnce = 100
/** Readers of one owner; a page keeps one. */
const mostReaders = 20

/**
 * `GET /v1/alerts/events?after=<sequence>`: what fires from a place on, as lines of JSON that do not end. Read from the
 * store, so that what a reader has missed, and what another process recorded, comes in order and once; a reader that is
 * slow is waited for.
 */
export function serveAlertEvents(app: FastifyInstance, options: AlertEventsOptions): void {
  const { ready, bus, identity, clock } = options
  const readers = new Map<string, number>()
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of open) end()
  })

  app.get('/v1/alerts/events', async ({ headers, query }, reply) => {
    const principal = await admit(identity, 'user', headers.authorization)
    const { id: owner } = principal
    const after = placeOf(query)
    const { alerts } = await ready()
    const from = after ?? (await alerts.getUnread(owner)).last
    const count = readers.get(owner) ?? 0
    if (count >= mostReaders)
      throw new BadRequestError(`You have ${mostReaders} readers already. Close one of them.`)

    const bell = createBell(clock)
    const end = () => bell.end()
    const stopListening = bus.subscribe(alertTopic, ({ body }) => {
      const notice = readNotice(body)
      if (notice?.owner === owner && notice.sequence !== undefined) bell.ring()
    })
    readers.set(owner, count + 1)
    open.add(end)
    const isCurrent = async () => identity === undefined || (await identity.isCurrent(principal))
    const lines = Readable.from(writeLines(alerts, owner, from, bell, isCurrent))
    lines.once('close', () => {
      end()
      open.delete(end)
      stopListening()
      const left = (readers.get(owner) ?? 1) - 1
      if (left > 0) readers.set(owner, left)
      else readers.delete(owner)
    })
    // One that waits for the bell does not notice by itself that nobody reads any more.
    reply.raw.once('close', () => {
      end()
      lines.destroy()
    })
    return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(lines)
  })
}

async function* writeLines(
  alerts: AlertStore,
  owner: string,
  from: number,
  bell: Bell,
  isCurrent: () => Promise<boolean>,
): AsyncGenerator<string> {
  let place = from
  while (!bell.isOver && (await isCurrent())) {
    const firings = await alerts.listFirings(owner, { after: place, limit: mostAtOnce })
    for (const firing of await showFirings(alerts, owner, firings)) {
      yield `${JSON.stringify({ type: 'firing', firing })}\n`
      place = firing.sequence
    }
    if (firings.length > 0) continue
    yield `${JSON.stringify({ type: 'heartbeat', last: place })}\n`
    await bell.heard(heartbeatMs)
  }
}

type Bell = ReturnType<typeof createBell>

/** Wakes who waits for it; one ring while nobody waits is kept. */
function createBell(clock: Clock) {
  let isRung = false
  let isOver = false
  let wake = () => {}
  return {
    get isOver() {
      return isOver
    },
    ring() {
      isRung = true
      wake()
    },
    end() {
      isOver = true
      wake()
    },
    async heard(withinMs: number): Promise<void> {
      if (!isRung && !isOver)
        await new Promise<void>((resolve) => {
          const cancel = clock.schedule(withinMs, resolve)
          wake = () => {
            cancel()
            resolve()
          }
        })
      isRung = false
    },
  }
}

/** @throws {BadRequestError} it is no place */
function placeOf(query: unknown): number | undefined {
  const after = typeof query === 'object' && query !== null && 'after' in query ? query.after : undefined
  if (after === undefined) return undefined
  if (typeof after === 'string' && /^\d{1,15}$/.test(after)) return Number(after)
  throw new BadRequestError('"after" must be the sequence of a firing, or absent.', { parameter: 'after' })
}
