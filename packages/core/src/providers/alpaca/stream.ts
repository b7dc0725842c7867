import type { SocketLimits, SocketStream } from '../../provider/index.ts'
import { type AlpacaContext, optionPath } from './context.ts'

export type AlpacaStreamOptions = AlpacaContext & {
  streamUrl: string
  /** Instead of the feed of shares: the venue's test feed, whose only symbol is FAKEPACA. */
  testFeed: boolean
}

/** @see https://docs.alpaca.markets/docs/streaming-market-data */
export function alpacaStream(options: AlpacaStreamOptions): SocketStream {
  const { streamUrl, feed, testFeed, optionFeed } = options
  // A free plan follows thirty symbols. A key may have one connection to each address.
  const limits: SocketLimits = { connections: 1, ...(feed === 'iex' && { topicsPerConnection: 30 }) }
  return {
    kind: 'socket',
    url({ instrument: { assetClass } }) {
      if (assetClass === 'option') return `${streamUrl}${optionPath}${optionFeed}`
      return streamUrl + (assetClass === 'crypto' ? '/v1beta3/crypto/us' : `/v2/${testFeed ? 'test' : feed}`)
    },
    codec: async (_previous, url) => (await import('./stream-codec.ts')).createAlpacaCodec(options, url),
    limits,
    // While markets are closed nothing comes but the answers to these.
    keepAliveMs: 20_000,
    silenceMs: 65_000,
  }
}
