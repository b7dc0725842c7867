import { InvalidParameterError } from '../errors/index.ts'
import type { Provider } from './provider.ts'

/**
 * States what a provider can do, and keeps the statement's literal type: a client made of it has exactly these methods.
 *
 * @throws {InvalidParameterError} the id is not kebab-case, or a live operation has nothing behind it
 */
export function defineProvider<const provider extends Provider>(provider: provider): provider {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(provider.id)) {
    throw new InvalidParameterError('id', 'kebab-case (a-z, 0-9, -)', provider.id)
  }
  for (const name of ['watchBars', 'watchQuotes', 'watchTrades', 'watchOrderBook'] as const) {
    const capability = provider[name]
    if (capability?.via === 'stream' && !provider.stream) {
      throw new InvalidParameterError('stream', `given, as ${name} says "via: 'stream'"`, provider.stream)
    }
  }
  return provider
}
