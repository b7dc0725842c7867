import { InvalidParameterError, redact } from '../../errors/index.ts'
import type { AssetClass, Interval } from '../../market/index.ts'
import { defineProvider, type StreamCodec } from '../../provider/index.ts'
import { parseUrl } from '../../provider/parse-url.ts'
import { gatewaySymbols } from './symbols.ts'

export type GatewayOptions = {
  /** Where the gateway is mounted: `https://market.example.com`, or `location.origin` on a page that it serves. */
  url: string
}

const assets = [
  'equity',
  'fund',
  'index',
  'crypto',
  'perp',
  'fx',
  'future',
  'option',
] as const satisfies readonly AssetClass[]

const intervals = [
  ...(['1s', '5s', '15s', '30s', '1m', '2m', '3m', '5m', '10m', '15m', '30m', '90m'] as const),
  ...(['1h', '2h', '4h', '6h', '8h', '12h', '1d', '3d', '5d', '1w', '1mo', '3mo', '1y'] as const),
] as const satisfies readonly Interval[]

/**
 * Everything that a StarkMatter gateway serves, so that a browser never holds a vendor's key.
 *
 * Questions are passed on as they were asked. Answers say whose data they are: `source.provider` is the provider behind
 * the gateway, with its delay and all attempts, and `simulated` is passed through. Live data resume where a lost
 * connection ended, without a gap or a duplicate as long as the gateway keeps what came in between.
 *
 * @throws {StarkMatterError} what the gateway says, with the code and facts of the error behind it
 * @example
 * const client = createClient({ providers: [gateway({ url: 'http://localhost:3000' })] })
 */
export function gateway({ url }: GatewayOptions) {
  if (!/^https?:$/.test(parseUrl(url)?.protocol ?? '')) {
    throw new InvalidParameterError(
      'url',
      'an http(s) address like http://localhost:3000',
      redact(String(url)),
    )
  }
  const base = url.replace(/\/+$/, '')
  const operations = async () => (await import('./operations.ts')).gatewayOperations(base)

  return defineProvider({
    id: 'gateway',
    title: 'StarkMatter gateway',
    delayedMs: null,
    symbols: gatewaySymbols,
    // Its protocol is written down in `docs/guide/gateway.md`.
    stream: {
      kind: 'socket',
      url: `${base.replace(/^http/, 'ws')}/v1/stream`,
      keepAliveMs: 15_000,
      // The gateway is heard from every 15 s, so three of its heartbeats may be missed.
      silenceMs: 45_000,
      codec: async (previous?: StreamCodec) => (await import('./codec.ts')).createCodec(previous),
    },

    getBars: {
      assets,
      intervals,
      // What stands first only names the answer to "no wish"; the gateway's own provider decides what that is.
      adjustments: ['splits', 'raw', 'splits+dividends'],
      extendedHours: true,
      passesOn: true,
      load: async () => (await operations()).getBars,
    },
    getQuotes: { assets, batch: 100, load: async () => (await operations()).getQuotes },
    searchSymbols: { load: async () => (await operations()).searchSymbols },
    getNews: { load: async () => (await operations()).getNews },
    watchBars: { assets, intervals, via: 'stream' },
    watchQuotes: { assets, via: 'stream' },
  })
}
