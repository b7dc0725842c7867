import { Histogram, type Registry } from 'prom-client'
import type { Store } from '../store/store.ts'

// From a tenth of a millisecond, which memory takes, to the deadline of a statement.
const seconds = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30]

/** The same store, whose calls are timed in `starkmatter_store_duration_seconds`, by their name and whether they failed. */
export async function measureStore(store: Store | Promise<Store>, registry: Registry): Promise<Store> {
  const durations = new Histogram({
    name: 'starkmatter_store_duration_seconds',
    help: 'Time of one call of the store.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: seconds,
    registers: [registry],
  })
  return new Proxy(await store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || typeof name !== 'string') return member
      return (...given: unknown[]) => {
        const end = durations.startTimer({ operation: name })
        const result: unknown = Reflect.apply(member, target, given)
        if (result instanceof Promise)
          result.then(
            () => end({ outcome: 'ok' }),
            () => end({ outcome: 'failed' }),
          )
        return result
      }
    },
  })
}
