import { InvalidParameterError, redact } from '../../errors/index.ts'
import type { AssetClass, Interval } from '../../market/index.ts'
import { defineProvider, type StreamCodec } from '../../provider/index.ts'
import { parseUrl } from '../../provider/parse-url.ts'
import { gatewaySymbols } from './symbols.ts'

export type GatewayOptions = {
  /** Where the gateway is mounted: `https://market.example.com`, or `location.origin` on a page that it serves. */
  url: string
  /** Where the gateway has accounts: `sm_…`, made there. Not for a page, whose visitors would read it. */
  apiKey?: string | undefined
  /**
   * Gets a ticket for each live connection, on a page whose reader has signed in: what `POST /v1/stream/ticket` answers. Nothing
   * where nobody has to. Its questions are signed by a `fetch` that is given to the client.
   */
  ticket?: (() => Promise<string | undefined>) | undefined
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
export function gateway({ url, apiKey, ticket }: GatewayOptions) {
  if (!/^https?:$/.test(parseUrl(url)?.protocol ?? '')) {
    throw new InvalidParameterError(
      'url',
      'an http(s) address like http://localhost:3000',
      redact(String(url)),
    )
  }
  const base = url.replace(/\/+$/, '')
  const operations = async () => (await import('./operations.ts')).gatewayOperations(base, apiKey)

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
      async codec(previous?: StreamCodec) {
        const [{ createCodec }, fresh] = await Promise.all([import('./codec.ts'), ticket?.()])
        return createCodec(previous, fresh === undefined ? { token: apiKey } : { ticket: fresh })
      },
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
