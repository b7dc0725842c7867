import type { IncomingMessage } from 'node:http'
import type { Clock, Logger } from '@starkmatter/core'
import type { RawData, WebSocket } from 'ws'
import * as z from 'zod'
import { toErrorAnswer } from '../gateway/errors.ts'
import { AccessError } from '../identity/AccessError.ts'
import { admit } from '../identity/access.ts'
import type { Identity } from '../identity/identity.ts'
import type { Principal } from '../identity/principal.ts'
import { closeCodes, type ServerMessage } from './protocol.ts'

export type Doorkeeper = {
  /** Calls `serve` once it is known who opened the socket; one whose opener is nobody is closed. */
  receive(socket: WebSocket, request: IncomingMessage, serve: () => void): void
  close(): void
}

/** How long a socket may say nothing before it has told who it is. */
const patienceMs = 10_000
const mostWaiting = 1_000
const mostHeld = 16
const checkEveryMs = 5_000

const firstMessage = z.union([
  z.strictObject({ type: z.literal('authenticate'), ticket: z.string().min(1).max(200) }),
  z.strictObject({ type: z.literal('authenticate'), token: z.string().min(1).max(4_096) }),
])

/**
 * Lets sockets in: by the header `Authorization`, or by a first message with a ticket or a token. Those whose session or key has ended
 * since are closed within some seconds.
 */
export function createDoorkeeper(
  identity: Identity | undefined,
  clock: Clock,
  logger: Logger | undefined,
): Doorkeeper {
  if (!identity) return { receive: (_socket, _request, serve) => serve(), close: () => {} }
  const inside = new Map<WebSocket, Principal>()
  let waiting = 0
  let isClosed = false
  let cancelCheck = () => {}

  function enter(socket: WebSocket, principal: Principal): boolean {
    if (isClosed || socket.readyState !== socket.OPEN) return false
    inside.set(socket, principal)
    if (inside.size === 1) watch()
    socket.on('close', () => inside.delete(socket))
    return true
  }

  const whoIs = async (message: RawData): Promise<Principal> => {
    const read = firstMessage.safeParse(parseOrNothing(message))
    if (!read.success)
      throw new AccessError(
        'UNAUTHENTICATED',
        'This gateway has accounts: the first message must be {"type":"authenticate","ticket":…}, or a "token".',
      )
    if ('token' in read.data) return identity.authenticate(read.data.token)
    if (!identity.redeem)
      throw new AccessError('UNAUTHENTICATED', 'This gateway gives no tickets: send a token.')
    return identity.redeem(read.data.ticket)
  }

  const check = async (): Promise<void> => {
    const answers = new Map<string, Promise<boolean>>()
    const isCurrent = (principal: Principal) => {
      const key = `${principal.credential?.kind} ${principal.credential?.id}`
      const asked = answers.get(key) ?? identity.isCurrent(principal)
      answers.set(key, asked)
      return asked
    }
    for (const [socket, principal] of inside) {
      if (await isCurrent(principal)) continue
      socket.close(closeCodes.signedOut, 'signed out')
      clock.schedule(1_000, () => socket.terminate())
    }
  }

  /** For as long as there is a socket. */
  function watch(): void {
    cancelCheck()
    cancelCheck = clock.schedule(checkEveryMs, () => {
      check()
        // Whether somebody has signed out is not known then, and nobody is turned away for it.
        .catch((error: unknown) => logger?.warn('Sockets could not be checked', { reason: String(error) }))
        .finally(() => {
          if (!isClosed && inside.size > 0) watch()
        })
    })
  }

  return {
    receive(socket, { headers }, serve) {
      const turnAway = (error: unknown) => {
        const { status, body } = toErrorAnswer(error)
        if (status === 500) logger?.warn('A socket was not let in', { reason: String(error) })
        const message: ServerMessage = { type: 'error', error: body.error }
        socket.send(JSON.stringify(message))
        socket.close(closeCodes.unauthenticated, body.error.code.toLowerCase())
        clock.schedule(1_000, () => socket.terminate())
      }
      socket.on('error', () => socket.terminate())
      if (waiting >= mostWaiting) return socket.close(closeCodes.tryLater, 'too many are waiting')
      waiting++
      let isKnown = false
      // What follows the first message, for whoever serves the socket.
      const held: RawData[] = []
      const hear = (message: RawData) => {
        if (!isKnown) return ask(() => whoIs(message))
        if (held.push(message) > mostHeld) socket.terminate()
      }
      const settle = () => {
        isKnown = true
        cancelPatience()
        waiting--
      }
      const ask = (question: () => Promise<Principal>) => {
        settle()
        question().then((principal) => {
          socket.off('message', hear)
          if (!enter(socket, principal)) return
          serve()
          for (const message of held) socket.emit('message', message, false)
        }, turnAway)
      }
      const cancelPatience = clock.schedule(patienceMs, () => {
        settle()
        turnAway(new AccessError('UNAUTHENTICATED', 'No credentials came in time.'))
      })
      socket.on('message', hear)
      socket.once('close', () => {
        if (!isKnown) settle()
      })
      const { authorization } = headers
      if (authorization !== undefined) ask(() => admit(identity, 'user', authorization))
    },
    close() {
      isClosed = true
      cancelCheck()
    },
  }
}

function parseOrNothing(data: RawData): unknown {
  try {
    return JSON.parse(data.toString())
  } catch {
    return undefined
  }
}
