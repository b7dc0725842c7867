import { BadRequestError } from '../errors/index.ts'
import { parseUrl } from '../provider/parse-url.ts'
import { type ProviderName, providerNames } from './providerNames.ts'

/** Variables as `process.env` holds them. */
export type Variables = Readonly<Record<string, string | undefined>>

/** What a provider cannot do without. */
export const neededVariables: Partial<Record<ProviderName, readonly string[]>> = {
  massive: ['MASSIVE_API_KEY'],
  'alpha-vantage': ['ALPHA_VANTAGE_API_KEY'],
  alpaca: ['APCA_API_KEY_ID', 'APCA_API_SECRET_KEY'],
  tiingo: ['TIINGO_API_KEY'],
  'sec-edgar': ['SEC_EDGAR_USER_AGENT'],
}

/** The variable that holds another address of a provider, such as a proxy's: `ALPHA_VANTAGE_BASE_URL`. */
export function addressVariable(name: ProviderName): string {
  return `${name.toUpperCase().replace('-', '_')}_BASE_URL`
}

/** The names of all variables that providers can be configured by. */
export const providerVariableNames: readonly string[] = providerNames.flatMap((name) => [
  ...(neededVariables[name] ?? []),
  addressVariable(name),
])

/**
 * The variables that providers are configured by, checked and without those that are empty.
 *
 * @throws {BadRequestError} an address is none, with the variable's name
 * @example
 * readProviderVariables({ TIINGO_API_KEY: ' secret ', PATH: '/bin' }) // { TIINGO_API_KEY: 'secret' }
 */
export function readProviderVariables(variables: Variables): Record<string, string> {
  const read: Record<string, string> = {}
  for (const variable of providerVariableNames) {
    const value = variables[variable]?.trim()
    if (!value) continue
    if (variable.endsWith('_BASE_URL') && !/^https?:$/.test(parseUrl(value)?.protocol ?? '')) {
      const message = `${variable} must be an http(s) address, but is ${JSON.stringify(value)}.`
      throw new BadRequestError(message, { parameter: variable })
    }
    read[variable] = value
  }
  return read
}
