import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenLocally } from './listen-locally.ts'

/** A Sentry that keeps the envelopes it receives, over HTTP on a port of its own. */
export async function startFakeSentry({ isSilent = false } = {}) {
  const envelopes: { path: string; body: string; items: unknown[] }[] = []
  const server = createServer(async (request, response) => {
    const { url = '' } = request
    const body = await text(request)
    // An envelope is lines of JSON: its own header, then a header and a payload for each item.
    const items = body
      .split('\n')
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line))
    envelopes.push({ path: url, body, items })
    if (!isSilent) response.end('{}')
  })
  const { port, stop } = await listenLocally(server)
  return { dsn: `http://publickey123@127.0.0.1:${port}/42`, envelopes, stop }
}
