import { InvalidParameterError, redact } from '../../errors/index.ts'
import type { AssetClass, Interval } from '../../market/index.ts'
import { defineProvider, type HttpRequest } from '../../provider/index.ts'
import { readBars } from './map-bars.ts'
import { readMatches, readQuotes } from './map-quotes.ts'
import { gatewayStream } from './stream.ts'
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
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InvalidParameterError('url', 'an http(s) address like http://localhost:3000', redact(url))
  }
  const base = url.replace(/\/+$/, '')
  const get = (path: string, parameters: Parameters): HttpRequest => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) search.set(name, String(value))
    }
    return { url: `${base}${path}?${search}` }
  }

  return defineProvider({
    id: 'gateway',
    title: 'StarkMatter gateway',
    delayedMs: null,
    symbols: gatewaySymbols,
    stream: gatewayStream(base),

    getBars: {
      assets,
      intervals,
      // What stands first only names the answer to "no wish"; the gateway's own provider decides what that is.
      adjustments: ['splits', 'raw', 'splits+dividends'],
      extendedHours: true,
      passesOn: true,
      request({ symbol, interval, start, end, adjustment, extendedHours, asked }) {
        const wish = asked ?? { symbol, start, end, adjustment, limit: undefined }
        const { limit } = wish
        return get('/v1/bars', {
          symbol: wish.symbol,
          interval,
          start: wish.start,
          end: wish.end,
          limit,
          adjustment: wish.adjustment,
          extendedHours: extendedHours || undefined,
        })
      },
      parse: readBars,
    },
    getQuotes: {
      assets,
      batch: 100,
      request: ({ symbols }) => get('/v1/quotes', { symbols: symbols.join(',') }),
      parse: readQuotes,
    },
    searchSymbols: {
      request: ({ text, limit }) => get('/v1/search', { q: text, limit: Math.min(limit, 50) }),
      parse: readMatches,
    },
    watchBars: { assets, intervals, via: 'stream' },
    watchQuotes: { assets, via: 'stream' },
  })
}

type Parameters = Record<string, string | number | boolean | undefined>
