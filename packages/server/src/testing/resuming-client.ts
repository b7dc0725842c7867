import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { compareCursors } from '../bus/bus.ts'
import { base } from './numbered-venue.ts'

/** What one client heard, over all its connections. */
export type ClientLog = {
  /** Numbers of the closed bars, as they came. */
  closed: number[]
  /** What broke a promise: a cursor that did not grow, a gap, an error. */
  faults: string[]
  states: Set<string>
  connections: number
}

/**
 * A client that goes on elsewhere with its cursor whenever its connection is lost.
 *
 * @param gatewayUrls - Those that run now.
 */
export function startResumingClient(gatewayUrls: () => readonly string[], start: number) {
  const log: ClientLog = { closed: [], faults: [], states: new Set(), connections: 0 }
  let cursor: string | undefined
  let isOver = false
  let socket: WebSocket | undefined
  let turn = start

  const hear = (text: string) => {
    const message = JSON.parse(text)
    if (message.type === 'gap') log.faults.push(`gap: ${message.reason}`)
    if (message.type === 'error') log.faults.push(`error: ${message.error.message}`)
    if (message.type === 'status') log.states.add(message.state)
    if (message.type === 'subscribed' && cursor !== undefined && !message.resumed)
      log.faults.push('not resumed')
    if (message.type !== 'bar') return
    if (cursor !== undefined && compareCursors(message.cursor, cursor) <= 0)
      log.faults.push(`cursor ${message.cursor} after ${cursor}`)
    cursor = message.cursor
    if (message.bar.closed) log.closed.push((message.bar.time - base) / 1_000)
  }

  const connectOnce = (url: string) =>
    new Promise<void>((resolve) => {
      const opened = new WebSocket(`${url.replace('http', 'ws')}/v1/stream`)
      socket = opened
      opened.on('open', () => {
        log.connections++
        opened.send(
          JSON.stringify({ type: 'subscribe', channel: 'bars', symbol: 'AAPL', interval: '1s', cursor }),
        )
      })
      opened.on('message', (data) => hear(String(data)))
      opened.on('error', () => opened.terminate())
      opened.on('close', () => resolve())
    })

  const running = (async () => {
    while (!isOver) {
      const urls = gatewayUrls()
      const url = urls[turn++ % urls.length]
      if (url !== undefined) await connectOnce(url)
      if (!isOver) await delay(20)
    }
  })()

  return {
    log,
    async stop() {
      isOver = true
      socket?.terminate()
      await running
    },
  }
}
