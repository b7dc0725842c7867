import { BadRequestError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import type { Files, Provider } from '../provider/index.ts'
import type { ClientBase, Logger } from './types.ts'

/** What the actions of one client share. */
export type Engine = {
  readonly providers: readonly Provider[]
  readonly clock: Clock
  readonly files: Files
  readonly fetch: typeof globalThis.fetch
  readonly logger: Logger | undefined
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
