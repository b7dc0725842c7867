import { systemClock, TimeoutError } from '@starkmatter/core'
import type { BarsContext } from '../bars/read-bars.ts'
import type { Cache } from '../cache/cache.ts'
import { createCache } from '../cache/createCache.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import type { GatewayOptions } from './options.ts'

/** What the routes work with, once it is there. */
export type Services = {
  /** Answers that cost a question upstream. */
  cache: Cache
  /**
   * Waits for the client and the store, within the deadline of a call.
   *
   * @throws {TimeoutError} they are not there in time
   */
  ready(): Promise<BarsContext>
  /** Never throws: what is missing, or `undefined` when everything is there. */
  missing(): string | undefined
}

const defaultTimeoutMs = 15_000

export function createServices(options: GatewayOptions): Services {
  const { store = createMemoryStore(), clock = systemClock, logger, timeoutMs = defaultTimeoutMs } = options
  const waitingFor = new Map<string, string>()
  const track = <value>(name: string, promise: value | Promise<value>): Promise<value> => {
    waitingFor.set(name, `The ${name} is not ready yet.`)
    const tracked = Promise.resolve(promise)
    tracked.then(
      () => waitingFor.delete(name),
      () => waitingFor.set(name, `The ${name} failed to start.`),
    )
    return tracked
  }
  const all = Promise.all([track('client', options.client), track('store', store)]).then(
    ([openClient, openStore]): BarsContext => ({
      client: openClient,
      store: openStore,
      clock,
      logger,
      timeoutMs,
    }),
  )
  // Each call that waits for it is told; before the first call, a failure is nobody's unhandled rejection.
  all.catch(() => {})

  return {
    cache: options.cache ?? createCache({ clock, logger }),
    missing: () => waitingFor.values().next().value,
    async ready() {
      if (waitingFor.size === 0) return all
      let cancel = () => {}
      const late = new Promise<never>((_, reject) => {
        cancel = clock.schedule(timeoutMs, () => {
          const what = [...waitingFor.values()].join(' ')
          reject(new TimeoutError(`${what} Try again in a moment.`, { timeoutMs }))
        })
      })
      return Promise.race([all, late]).finally(cancel)
    },
  }
}
