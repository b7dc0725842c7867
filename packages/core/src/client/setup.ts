import { BadRequestError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import type { Limiter } from '../http/limiter.ts'
import type { Files, Provider } from '../provider/index.ts'
import type { SocketConstructor } from '../stream/socket-feed.ts'
import type { ClientBase, Logger } from './types.ts'

/** What a client was made of: all that is there before its first call has loaded the rest. */
export type Setup = {
  readonly providers: readonly Provider[]
  readonly fetch: typeof globalThis.fetch
  readonly WebSocket: SocketConstructor | undefined
  readonly clock: Clock
  /** 0..1, for jitter. */
  readonly random: () => number
  readonly files: Files | undefined
  readonly limiter: Limiter | undefined
  readonly logger: Logger | undefined
  readonly cache: { maxBars: number } | undefined
  /** Aborted when the client is closed. */
  readonly closed: AbortSignal
}

const setups = new WeakMap<ClientBase, Setup>()

export function attachSetup(client: ClientBase, setup: Setup): void {
  setups.set(client, setup)
}

/**
 * What a client was made of.
 *
 * @throws {BadRequestError} the object was not made by `createClient`
 */
export function setupOf(client: ClientBase): Setup {
  const setup = setups.get(client)
  if (!setup) {
    throw new BadRequestError('The first argument is not a client. Make one with createClient.', {
      parameter: 'client',
    })
  }
  return setup
}
