import type { AssetClass } from '../../market/index.ts'
import type { SocketStream } from '../../provider/index.ts'

export type MassiveStreamOptions = {
  apiKey: string
  streamUrl: string
  delayedMs: number | null
  /** Prices by the vendor's own estimate (`FMV`) come before trades, where the plan has them. */
  fairMarketValue: boolean
  /** Quotes tell the limits of their price (`LULD`), where the plan has them. */
  priceBands: boolean
  /** Quotes tell the imbalance before an auction (`NOI`), where the plan has it. */
  auctions: boolean
}

/** Each class of instrument has an address, and a key may have one connection to each. */
const clusters: Readonly<Partial<Record<AssetClass, string>>> = {
  equity: 'stocks',
  fund: 'stocks',
  option: 'options',
  fx: 'forex',
  crypto: 'crypto',
  index: 'indices',
  future: 'futures',
}

export function massiveStream(options: MassiveStreamOptions): SocketStream {
  return {
    kind: 'socket',
    url: ({ instrument: { assetClass } }) => `${options.streamUrl}/${clusters[assetClass] ?? 'stocks'}`,
    codec: async (previous) => (await import('./stream-codec.ts')).createMassiveCodec(options, previous),
    limits: { connections: 1, topicsPerSubscribe: 500 },
    // While markets are closed nothing comes but the answers to these.
    keepAliveMs: 20_000,
    silenceMs: 65_000,
  }
}
