import type { ServerResponse } from 'node:http'
import { errorBody } from './api-error.ts'
import type { WireEvent } from './message-events.ts'
import type { FakeStreamFault } from './reply.ts'

const wait = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs))

/** Sends an error, or any other JSON that is ready. */
export function sendJson(
  outgoing: ServerResponse,
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers })
  outgoing.end(JSON.stringify(json))
}

/**
 * Sends a whole message as JSON; with a fault, half of it.
 *
 * @returns Whether all of it was sent.
 */
export function sendWhole(
  outgoing: ServerResponse,
  json: unknown,
  fault: FakeStreamFault | undefined,
): boolean {
  if (!fault) {
    sendJson(outgoing, 200, json)
    return true
  }
  const text = JSON.stringify(json)
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  outgoing.write(text.slice(0, text.length >> 1))
  breakOff(outgoing, fault)
  return false
}

/** Sends events one by one, each with `onSent` afterwards, up to the fault if there is one. */
export async function sendEvents(
  outgoing: ServerResponse,
  events: readonly WireEvent[],
  options: {
    fault: FakeStreamFault | undefined
    delayMs: number
    requestId: string
    onSent: (event: WireEvent) => void
  },
): Promise<void> {
  const { fault, delayMs, requestId, onSent } = options
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  outgoing.flushHeaders()
  for (const [index, event] of events.entries()) {
    if (delayMs > 0) await wait(delayMs)
    if (outgoing.destroyed) return
    if (fault?.at === index) {
      if (fault.kind === 'error') {
        const { type = 'overloaded_error', message = 'Overloaded' } = fault
        outgoing.end(lines({ ...errorBody(529, { type, message }, requestId), type: 'error' }))
      } else breakOff(outgoing, fault)
      return
    }
    outgoing.write(lines(event))
    onSent(event)
  }
  outgoing.end()
}

const lines = (event: WireEvent) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

function breakOff(outgoing: ServerResponse, { kind }: FakeStreamFault): void {
  // A reset overtakes what is still under way: what was sent before it shall have come.
  if (kind === 'reset') setTimeout(() => outgoing.socket?.resetAndDestroy(), 10)
  else if (kind !== 'silence') outgoing.end()
}
