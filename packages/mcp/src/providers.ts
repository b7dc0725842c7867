import { type Client, createClient, type Provider } from '@starkmatter/core'
import { keyedProviders, openProvider } from '@starkmatter/core/environment'
import type { Config } from './config.ts'

/**
 * A client over the named providers; without names over the vendors whose keys are set, then those that need none. The
 * simulated market is only ever asked by name: a model must not take made-up prices for real ones.
 *
 * @throws {BadRequestError} a named provider lacks its key
 */
export async function openClient({
  STARKMATTER_PROVIDERS: named,
  providerVariables,
}: Pick<Config, 'STARKMATTER_PROVIDERS' | 'providerVariables'>): Promise<Client<readonly Provider[]>> {
  const names = named ?? [...keyedProviders(providerVariables), 'yahoo', 'kraken', 'coinbase']
  return createClient({
    providers: await Promise.all(names.map((name) => openProvider(name, providerVariables))),
  })
}
