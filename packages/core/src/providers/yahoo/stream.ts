import type { SocketStream } from '../../provider/index.ts'

/** Yahoo's streamer: what its own pages listen to. It forgets who does not ask again. */
export function yahooStream(url: string): SocketStream {
  return {
    kind: 'socket',
    url,
    codec: async () => (await import('./stream-codec.ts')).createYahooCodec(),
    limits: { connections: 1, topicsPerSubscribe: 100 },
    keepAliveMs: 15_000,
    // It answers nothing while markets are closed, not even to being asked.
    silenceMs: 300_000,
  }
}
