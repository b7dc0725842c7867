import type { Socket } from '@starkmatter/core'

/** Answers what a client sends, as a venue would. */
export type LoopVenue = { greet?: readonly string[]; answer?(frame: string): readonly string[] }

export type LoopSockets = {
  WebSocket: new (url: string) => Socket
  /** Hands a frame to the newest connection, as if it had just come. */
  deliver(frame: string): void
}

/** Sockets that end in this very process: what a frame costs is then the client's own work. */
export function loopSockets(venue: LoopVenue = {}): LoopSockets {
  let newest: LoopSocket | undefined
  class LoopSocket implements Socket {
    binaryType = 'blob'
    onopen: Socket['onopen'] = null
    onmessage: Socket['onmessage'] = null
    onclose: Socket['onclose'] = null
    onerror: Socket['onerror'] = null
    constructor() {
      newest = this
      setImmediate(() => {
        call(this.onopen, {})
        for (const frame of venue.greet ?? []) this.deliver(frame)
      })
    }
    send(data: string | Uint8Array): void {
      const answers = venue.answer?.(String(data)) ?? []
      setImmediate(() => {
        for (const frame of answers) this.deliver(frame)
      })
    }
    close(): void {}
    deliver(data: string): void {
      call(this.onmessage, { data })
    }
  }
  return {
    WebSocket: LoopSocket,
    deliver: (frame) => newest?.deliver(frame),
  }
}

/** Handlers say of themselves what they take, which differs between kinds of sockets. */
function call(handler: ((event: never) => void) | null, event: object): void {
  if (handler) Reflect.apply(handler, undefined, [event])
}
