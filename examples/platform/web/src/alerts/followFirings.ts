import * as z from 'zod/mini'
import { session } from '../account/useSession.ts'
import { eventShape, type Firing } from './alert-shapes.ts'

const firstRetryMs = 1_000
const lastRetryMs = 30_000
/** Longer than the server is ever silent. */
const silenceMs = 45_000

/**
 * Tells each firing from now on, once: after a lost connection it goes on where it was.
 *
 * @returns ends it
 */
export function followFirings(onFiring: (firing: Firing) => void): () => void {
  const stop = new AbortController()
  let place: number | undefined

  async function follow(onHeard: () => void): Promise<void> {
    const quiet = new AbortController()
    let timer = setTimeout(() => quiet.abort(), silenceMs)
    try {
      const signal = AbortSignal.any([stop.signal, quiet.signal])
      const response = await session.fetch(
        `/v1/alerts/events${place === undefined ? '' : `?after=${place}`}`,
        {
          signal,
        },
      )
      if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`)
      let rest = ''
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        clearTimeout(timer)
        timer = setTimeout(() => quiet.abort(), silenceMs)
        onHeard()
        const lines = `${rest}${chunk.value}`.split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) take(line)
      }
    } finally {
      clearTimeout(timer)
    }
  }

  function take(line: string): void {
    const event = z.parse(eventShape, JSON.parse(line))
    place = event.type === 'firing' ? event.firing.sequence : event.last
    if (event.type === 'firing') onFiring(event.firing)
  }

  async function run(): Promise<void> {
    let waitMs = firstRetryMs
    while (!stop.signal.aborted) {
      await follow(() => {
        waitMs = firstRetryMs
      }).catch(() => {})
      if (stop.signal.aborted) return
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      waitMs = Math.min(waitMs * 2, lastRetryMs)
    }
  }

  void run()
  return () => stop.abort()
}
