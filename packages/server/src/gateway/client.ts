import { type ClientActions, type Provider, StarkMatterError, UnsupportedError } from '@starkmatter/core'

/** The client methods that a gateway passes on. One that is missing is answered with `UNSUPPORTED`. */
export type GatewayAction =
  | 'getBars'
  | 'getQuotes'
  | 'getCorporateActions'
  | 'getNews'
  | 'searchSymbols'
  | 'watchBars'
  | 'watchQuotes'

/** Any client of the SDK, whatever its providers can do. */
export type GatewayClient = { readonly providers: readonly Provider[] } & Partial<
  Pick<ClientActions, GatewayAction>
>

/**
 * A method of the client.
 *
 * @throws {UnsupportedError} none of the client's providers can do it
 */
export function actionOf<const action extends GatewayAction>(
  client: GatewayClient,
  action: action,
): ClientActions[action] {
  const methods: Partial<ClientActions> = client
  const method: Partial<ClientActions>[action] = methods[action]
  if (!method) {
    throw new UnsupportedError(
      `No provider of this gateway can do ${action}. Its providers: ${client.providers.map(({ id }) => id).join(', ') || 'none'}.`,
    )
  }
  return method
}

/** Whether an error says that there is nothing to be had, as opposed to a failure to have it. */
export function isAbsence(error: unknown): boolean {
  return StarkMatterError.is(error) && absences.includes(error.code)
}

const absences: readonly string[] = ['UNKNOWN_SYMBOL', 'NO_DATA', 'DELISTED', 'UNSUPPORTED']
