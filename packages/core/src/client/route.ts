import {
  BadRequestError,
  type StarkMatterError,
  UnknownSymbolError,
  UnsupportedError,
} from '../errors/index.ts'
import { formatInstrument, type ReadInstrument } from '../market/index.ts'
import type { OperationName, Provider } from '../provider/index.ts'
import type { CallOptions } from './options.ts'
import type { Setup } from './setup.ts'

/** A provider that has an operation, with the operation at hand. */
export type Route<name extends OperationName> = { provider: Provider; operation: NonNullable<Provider[name]> }

/**
 * Providers that have an operation, in the caller's order, then the client's.
 *
 * @throws {BadRequestError} `options.providers` names one that this client does not have
 * @throws {UnsupportedError} none has it
 */
export function routesTo<name extends OperationName>(
  setup: Pick<Setup, 'providers'>,
  name: name,
  options: Pick<CallOptions, 'providers'>,
): Route<name>[] {
  const asked = options.providers?.map((id) => providerById(setup, id)) ?? setup.providers
  const routes = asked.flatMap((provider) => {
    const operation = provider[name]
    return operation ? [{ provider, operation }] : []
  })
  if (routes.length > 0) return routes
  throw new UnsupportedError(`None of ${asked.map(({ id }) => id).join(', ') || 'no providers'} has ${name}.`)
}

/** Collects why providers cannot serve a call, to tell when none can. */
export class Refusals {
  readonly #reasons: string[] = []
  /** An instrument of a kind that is served, which none of the providers asked so far has a name for. */
  #unnamed: string | undefined

  add(provider: Provider, reason: string): undefined {
    this.#reasons.push(`${provider.id} ${reason}`)
  }

  /** A provider that serves this kind of instrument does not have this one. */
  addUnnamed(provider: Provider, id: string): undefined {
    this.#unnamed = id
    return this.add(provider, `cannot name ${id}`)
  }

  error(): StarkMatterError {
    if (this.#unnamed !== undefined) {
      const hint = `${this.#reasons.join('; ')}. Check the spelling, or look it up with searchSymbols.`
      return new UnknownSymbolError(this.#unnamed, { hint })
    }
    return new UnsupportedError(`No provider can answer this: ${this.#reasons.join('; ')}.`)
  }
}

/** The provider's spelling of an instrument, or `undefined` and a refusal where it cannot be asked for it. */
export function symbolFor(
  { provider, operation }: { provider: Provider; operation: { assets: readonly string[] } },
  { instrument, confidence, text }: ReadInstrument,
  refusals: Refusals,
): string | undefined {
  if (!operation.assets.includes(instrument.assetClass)) {
    return refusals.add(provider, `does not serve ${instrument.assetClass} here`)
  }
  if (confidence === 'guess') {
    // A text of unsure meaning may be this provider's own spelling. Any other provider would be sent a guess.
    const own = provider.symbols.fromProvider(text)
    if (!own || formatInstrument(own) !== formatInstrument(instrument)) {
      return refusals.add(
        provider,
        `may know "${text}" as something else (canonical ids like ${instrument.id} are sure)`,
      )
    }
  }
  return provider.symbols.toProvider(instrument) ?? refusals.addUnnamed(provider, instrument.id)
}

function providerById(setup: Pick<Setup, 'providers'>, id: string): Provider {
  const provider = setup.providers.find((one) => one.id === id)
  if (provider) return provider
  const known = setup.providers.map((one) => one.id).join(', ')
  throw new BadRequestError(`This client has no provider "${id}". It has: ${known}.`, {
    parameter: 'providers',
  })
}
