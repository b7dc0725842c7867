import { type Client, createClient, type Logger, type Provider } from '@starkmatter/core'
import { alphaVantage } from '@starkmatter/core/providers/alpha-vantage'
import { massive } from '@starkmatter/core/providers/massive'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { yahoo } from '@starkmatter/core/providers/yahoo'
import type { Config, ProviderName } from './config.ts'

/** How long the network may take to show that it answers. */
const probeTimeoutMs = 2_500

/**
 * The providers to ask, in order: vendors whose keys are set, then a live one without a key when the network answers. With
 * none of them, a simulated market; never beside real ones, so that no chart is ever half made up.
 */
export async function openClient(config: Config, logger: Logger): Promise<Client<readonly Provider[]>> {
  const named = config.STARKMATTER_PROVIDERS
  const providers = named ? named.map((name) => make(name, config)) : await chooseProviders(config)
  return createClient({ providers, logger })
}

async function chooseProviders(config: Config): Promise<readonly Provider[]> {
  const vendors: Provider[] = []
  if (config.MASSIVE_API_KEY) vendors.push(make('massive', config))
  if (config.ALPHA_VANTAGE_API_KEY) vendors.push(make('alpha-vantage', config))
  const live = make('yahoo', config)
  if (await answers(live)) return [...vendors, live]
  return vendors.length > 0 ? vendors : [make('synthetic', config)]
}

async function answers(provider: Provider): Promise<boolean> {
  const client = createClient({ providers: [provider] })
  try {
    await client.getBars({ symbol: 'SPY', interval: '1d', limit: 2, timeoutMs: probeTimeoutMs })
    return true
  } catch {
    return false
  } finally {
    client.close()
  }
}

function make(name: ProviderName, config: Config): Provider {
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
    case 'synthetic':
      return synthetic()
  }
}

function baseUrl(url: string | undefined): { baseUrl?: string } {
  return url === undefined ? {} : { baseUrl: url }
}
