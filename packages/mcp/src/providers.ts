import { type Client, createClient, type Provider } from '@starkmatter/core'
import { alphaVantage } from '@starkmatter/core/providers/alpha-vantage'
import { binance } from '@starkmatter/core/providers/binance'
import { coinbase } from '@starkmatter/core/providers/coinbase'
import { kraken } from '@starkmatter/core/providers/kraken'
import { massive } from '@starkmatter/core/providers/massive'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { yahoo } from '@starkmatter/core/providers/yahoo'
import type { Config } from './config.ts'

/** Names of the providers that can be chosen with `STARKMATTER_PROVIDERS`. */
export const providerNames = [
  'massive',
  'alpha-vantage',
  'yahoo',
  'kraken',
  'coinbase',
  'binance',
  'synthetic',
] as const
export type ProviderName = (typeof providerNames)[number]

type Keys = Pick<
  Config,
  | 'STARKMATTER_PROVIDERS'
  | 'MASSIVE_API_KEY'
  | 'MASSIVE_BASE_URL'
  | 'ALPHA_VANTAGE_API_KEY'
  | 'ALPHA_VANTAGE_BASE_URL'
  | 'YAHOO_BASE_URL'
>

/**
 * A client over the named providers; without names over the vendors whose keys are set, then those that need none. The
 * simulated market is only ever asked by name: a model must not take made-up prices for real ones.
 */
export function openClient(config: Keys): Client {
  const names = config.STARKMATTER_PROVIDERS ?? [
    ...(config.MASSIVE_API_KEY ? (['massive'] as const) : []),
    ...(config.ALPHA_VANTAGE_API_KEY ? (['alpha-vantage'] as const) : []),
    ...(['yahoo', 'kraken', 'coinbase'] as const),
  ]
  return createClient({ providers: names.map((name): Provider => make(name, config)) })
}

function make(name: ProviderName, config: Keys): Provider {
  switch (name) {
    case 'massive':
      return massive({ apiKey: config.MASSIVE_API_KEY ?? '', ...baseUrl(config.MASSIVE_BASE_URL) })
    case 'alpha-vantage':
      return alphaVantage({
        apiKey: config.ALPHA_VANTAGE_API_KEY ?? '',
        ...baseUrl(config.ALPHA_VANTAGE_BASE_URL),
      })
    case 'yahoo':
      return yahoo(baseUrl(config.YAHOO_BASE_URL))
    case 'kraken':
      return kraken()
    case 'coinbase':
      return coinbase()
    case 'binance':
      return binance()
    case 'synthetic':
      return synthetic()
  }
}

function baseUrl(url: string | undefined): { baseUrl?: string } {
  return url === undefined ? {} : { baseUrl: url }
}
