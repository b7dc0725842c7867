import { BadRequestError } from '../errors/index.ts'
import type { Provider } from '../provider/index.ts'
import { type ProviderName, providerNames } from './providerNames.ts'
import { addressVariable, neededVariables, type Variables } from './readProviderVariables.ts'

/**
 * The providers that are switched on by variables: a vendor by its key, the SEC by who asks.
 *
 * @example
 * keyedProviders({ TIINGO_API_KEY: 'secret' }) // ['tiingo']
 */
export function keyedProviders(variables: Variables): ProviderName[] {
  return providerNames.filter((name) => neededVariables[name]?.every((variable) => variables[variable]))
}

/**
 * A provider configured by variables, its code loaded now. `MASSIVE_BASE_URL` and the like stand in for its address.
 *
 * @throws {BadRequestError} a variable is missing, named
 * @example
 * const client = createClient({ providers: [await openProvider('yahoo', process.env)] })
 */
export async function openProvider(name: ProviderName, variables: Variables): Promise<Provider> {
  const missing = neededVariables[name]?.find((variable) => !variables[variable])
  if (missing) throw new BadRequestError(`Set ${missing} to use ${name}.`, { parameter: missing })
  const textOf = (variable: string) => variables[variable] ?? ''
  const url = variables[addressVariable(name)]
  const address = url ? { baseUrl: url } : {}
  switch (name) {
    case 'massive': {
      const { massive } = await import('../providers/massive/index.ts')
      return massive({ apiKey: textOf('MASSIVE_API_KEY'), ...address })
    }
    case 'alpha-vantage': {
      const { alphaVantage } = await import('../providers/alpha-vantage/index.ts')
      return alphaVantage({ apiKey: textOf('ALPHA_VANTAGE_API_KEY'), ...address })
    }
    case 'alpaca': {
      const { alpaca } = await import('../providers/alpaca/index.ts')
      const keys = { keyId: textOf('APCA_API_KEY_ID'), secretKey: textOf('APCA_API_SECRET_KEY') }
      return alpaca({ ...keys, ...address })
    }
    case 'tiingo': {
      const { tiingo } = await import('../providers/tiingo/index.ts')
      return tiingo({ apiKey: textOf('TIINGO_API_KEY'), ...address })
    }
    case 'sec-edgar': {
      const { secEdgar } = await import('../providers/sec-edgar/index.ts')
      return secEdgar({ userAgent: textOf('SEC_EDGAR_USER_AGENT'), ...address })
    }
    case 'yahoo': {
      const { yahoo } = await import('../providers/yahoo/index.ts')
      return yahoo(address)
    }
    case 'kraken': {
      const { kraken } = await import('../providers/kraken/index.ts')
      return kraken(address)
    }
    case 'coinbase': {
      const { coinbase } = await import('../providers/coinbase/index.ts')
      return coinbase(address)
    }
    case 'binance': {
      const { binance } = await import('../providers/binance/index.ts')
      return binance(address)
    }
    case 'synthetic': {
      const { synthetic } = await import('../providers/synthetic/index.ts')
      return synthetic()
    }
  }
}
