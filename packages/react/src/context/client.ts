import {
  type ClientActions,
  type ClientBase,
  type InstrumentInput,
  StarkMatterError,
  UnsupportedError,
} from '@starkmatter/core'

/** Any client: which methods it has follows from its providers, so hooks look before they call. */
export type ReactClient = ClientBase & Partial<ClientActions>

/** What a hook reports when no provider of the client can do what it needs. */
export function unsupported(action: keyof ClientActions): UnsupportedError {
  return new UnsupportedError(
    `No provider of this client has ${action}. Add one that does to createClient({ providers }).`,
  )
}

/** One text for one instrument, however it was written: for keys. */
export function symbolKey(symbol: InstrumentInput): string {
  return typeof symbol === 'string' ? symbol : symbol.id
}

/** First parts of every query key: clients over different providers do not share answers. */
export function keyRoot(client: ReactClient): readonly [string, string] {
  return ['starkmatter', client.providers.map((provider) => provider.id).join('+')]
}

/** Whether an error says that there is nothing, rather than that something broke. */
export function isNoData(error: unknown): boolean {
  return StarkMatterError.is(error) && error.code === 'NO_DATA'
}
