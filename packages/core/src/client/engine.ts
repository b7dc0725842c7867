import { BadRequestError } from '../errors/index.ts'
import type { Breaker } from '../http/breaker.ts'
import type { Credentials } from '../http/credentials.ts'
import type { Transport } from '../http/exchange.ts'
import type { Flights } from '../http/flights.ts'
import type { Files, Provider } from '../provider/index.ts'
import type { BarCache } from './bar-cache.ts'
import type { ClientBase } from './types.ts'

/** What the actions of one client share. */
export type Engine = Transport & {
  readonly providers: readonly Provider[]
  readonly files: Files
  readonly flights: Flights
  readonly credentials: Credentials
  /** By provider. */
  readonly breakers: ReadonlyMap<string, Breaker>
  readonly bars: BarCache
  readonly WebSocket: typeof globalThis.WebSocket | undefined
  /** Aborted when the client is closed. */
  readonly closed: AbortSignal
}

const engines = new WeakMap<ClientBase, Engine>()

export function attachEngine(client: ClientBase, engine: Engine): void {
  engines.set(client, engine)
}

/**
 * The engine behind a client.
 *
 * @throws {BadRequestError} the object was not made by `createClient`
 */
export function engineOf(client: ClientBase): Engine {
  const engine = engines.get(client)
  if (!engine) {
    throw new BadRequestError('The first argument is not a client. Make one with createClient.', {
      parameter: 'client',
    })
  }
  return engine
}
