import { Breaker } from '../http/breaker.ts'
import { Credentials } from '../http/credentials.ts'
import type { Transport } from '../http/exchange.ts'
import { Flights } from '../http/flights.ts'
import { memoryLimiter } from '../http/limiter.ts'
import { Secrets } from '../http/secrets.ts'
import type { Files, HttpRequest, HttpResponse } from '../provider/index.ts'
import { assertOptions, setupRules } from './assert-options.ts'
import { BarCache } from './bar-cache.ts'
import { type Setup, setupOf } from './setup.ts'
import { systemFiles } from './system-files.ts'
import type { ClientBase } from './types.ts'

/** What the actions of one client share. */
export type Engine = Setup &
  Transport & {
    readonly files: Files
    readonly flights: Flights
    readonly credentials: Credentials
    /** By provider. */
    readonly breakers: ReadonlyMap<string, Breaker>
    readonly bars: BarCache
    /** Answers that may still hold, by address, and the requests that ask whether they do. */
    readonly held: Map<string, { again: HttpRequest; response: HttpResponse }>
  }

const engines = new WeakMap<Setup, Engine>()

/**
 * The engine behind a client, made when it is first needed.
 *
 * @throws {BadRequestError} the object was not made by `createClient`, or not of what it takes
 */
export function engineOf(client: ClientBase): Engine {
  const setup = setupOf(client)
  const known = engines.get(setup)
  if (known) return known
  assertOptions(setup, setupRules)
  const transport = { ...setup, limiter: setup.limiter ?? memoryLimiter(), secrets: new Secrets() }
  const engine: Engine = {
    ...transport,
    files: setup.files ?? systemFiles,
    flights: new Flights(),
    credentials: new Credentials(transport),
    breakers: new Map(setup.providers.map(({ id }) => [id, new Breaker()])),
    bars: new BarCache(setup.cache?.maxBars),
    held: new Map(),
  }
  engines.set(setup, engine)
  return engine
}
