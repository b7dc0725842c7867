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
    onopen: ((event: object) => void) | null = null
    onmessage: ((event: { data: string }) => void) | null = null
    onclose: Socket['onclose'] = null
    onerror: Socket['onerror'] = null
    constructor() {
      newest = this
      setImmediate(() => {
        this.onopen?.({})
        for (const frame of venue.greet ?? []) this.deliver(frame)
      })
    }
    send(data: string | ArrayBuffer): void {
      const answers = venue.answer?.(String(data)) ?? []
      setImmediate(() => {
        for (const frame of answers) this.deliver(frame)
      })
    }
    close(): void {}
    deliver(data: string): void {
      this.onmessage?.({ data })
    }
  }
  return {
    WebSocket: LoopSocket,
    deliver: (frame) => newest?.deliver(frame),
  }
}
