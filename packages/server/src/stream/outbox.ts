import type { Clock } from '@starkmatter/core'
import type { WebSocket } from 'ws'
import type { StreamLimits } from '../gateway/options.ts'
import type { StreamTally } from '../metrics/gateway-metrics.ts'
import { closeCodes } from './protocol.ts'

/** What an outbox needs of a socket. */
export type OutboxSocket = Pick<
  WebSocket,
  'bufferedAmount' | 'readyState' | 'OPEN' | 'send' | 'close' | 'terminate'
>

/** What is sent to one socket, in order and within bounds. */
export interface Outbox {
  /**
   * Sends a frame, or holds it back while the socket is behind. Of held frames with one key only the newest is kept: an
   * older state of the same bar or quote is of no use to somebody who has not seen it yet.
   */
  send(frame: string, key?: string): void
  close(): void
}

const checkEveryMs = 50

/** Guards the process against a reader that is slower than its feeds. */
export function createOutbox(
  socket: OutboxSocket,
  limits: StreamLimits,
  clock: Clock,
  tally: StreamTally,
): Outbox {
  const { conflateAboveBytes, heldBackMessages, stalledMs } = limits
  const held = new Map<string, string>()
  let unkeyed = 0
  let merged = 0
  let isHolding = false
  let lastBuffered = 0
  let lastProgressAt = 0
  let cancelCheck = () => {}

  const isBehind = () => socket.bufferedAmount > conflateAboveBytes

  function drop(): void {
    cancelCheck()
    held.clear()
    tally.slow++
    socket.close(closeCodes.slowConsumer, 'slow consumer')
    // The closing frame waits behind the data that are not being read.
    clock.schedule(1_000, () => socket.terminate())
  }

  function check(): void {
    const { bufferedAmount } = socket
    const now = clock.now()
    if (bufferedAmount < lastBuffered) lastProgressAt = now
    lastBuffered = bufferedAmount
    if (isBehind()) {
      if (now - lastProgressAt > stalledMs) {
        drop()
        return
      }
      cancelCheck = clock.schedule(checkEveryMs, check)
      return
    }
    const frames = [...held.values()]
    held.clear()
    isHolding = false
    for (const frame of frames) socket.send(frame)
    tally.frames += frames.length
    tally.conflated += merged
    if (merged > 0) socket.send(JSON.stringify({ type: 'conflated', messages: merged }))
    merged = 0
  }

  return {
    send(frame, key) {
      if (socket.readyState !== socket.OPEN) return
      if (!isHolding && !isBehind()) {
        socket.send(frame)
        tally.frames++
        return
      }
      if (!isHolding) {
        isHolding = true
        lastBuffered = socket.bufferedAmount
        lastProgressAt = clock.now()
        cancelCheck = clock.schedule(checkEveryMs, check)
      }
      const place = key ?? `#${unkeyed++}`
      // Taken out first: the newer frame goes to the end, so that cursors still grow on the wire.
      if (held.delete(place)) merged++
      held.set(place, frame)
      if (held.size > heldBackMessages) drop()
    },
    close() {
      cancelCheck()
      held.clear()
    },
  }
}
