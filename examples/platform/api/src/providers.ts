import { type Client, createClient, type Limiter, type Logger, type Provider } from '@starkmatter/core'
import { keyedProviders, openProvider, type ProviderName } from '@starkmatter/core/environment'
import type { Config } from './config.ts'

/** How long the network may take to show that it answers. */
const probeTimeoutMs = 2_500

/**
 * The providers to ask, in order: vendors whose keys are set, then live ones without a key when the network answers. With
 * none of them, a simulated market; never beside real ones, so that no chart is ever half made up.
 */
export async function openClient(
  config: Config,
  logger: Logger,
  limiter: Limiter | undefined,
): Promise<Client<readonly Provider[]>> {
  const { STARKMATTER_PROVIDERS: named, providerVariables } = config
  const names = named ?? (await chooseProviders(providerVariables))
  const providers = await Promise.all(names.map((name) => openProvider(name, providerVariables)))
  return createClient({ providers, logger, limiter })
}

async function chooseProviders(variables: Config['providerVariables']): Promise<readonly ProviderName[]> {
  const vendors = keyedProviders(variables)
  if (await answers(await openProvider('yahoo', variables)))
    return [...vendors, 'yahoo', 'kraken', 'coinbase']
  return vendors.length > 0 ? vendors : ['synthetic']
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
