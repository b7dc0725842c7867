import { AbortedError, type Clock, type Logger, StarkMatterError, systemClock } from '@starkmatter/core'
import { createMemoryLeases } from '../lease/createMemoryLeases.ts'
import { holdLease } from '../lease/hold-lease.ts'
import type { Leases } from '../lease/lease.ts'
import { BoundedTexts } from './bounded-texts.ts'
import type { Cache, Freshness, SharedTexts } from './cache.ts'

export type CacheOptions = {
  /** Where several processes keep their answers together. @default nowhere: the cache is this process's own */
  shared?: SharedTexts | undefined
  /** Which of those processes loads a key: they must share these, too. @default createMemoryLeases() */
  leases?: Leases | undefined
  /** Memory of this process for answers, about. @default 33554432 */
  maxBytes?: number | undefined
  /** @default 10000 */
  maxEntries?: number | undefined
  /** @default the machine's clock */
  clock?: Clock | undefined
  /** Hears when the shared part fails. @default silent */
  logger?: Logger | undefined
}

type Load = (signal: AbortSignal) => Promise<string>
type Flight = { work: Promise<string>; waiting: number; controller: AbortController }

/** A loader that died is replaced after so long. */
const leaseMs = 5_000
/** How often those who wait for the loader of another process look for its answer. */
const lookMs = 40
/** After so long each loads for itself. */
const patienceMs = 20_000

/**
 * A cache in memory, and in a place that several processes share. Where that place cannot be reached each process loads for
 * itself, once for all who ask it: dearer, but right.
 *
 * @example
 * const cache = createCache()
 * const text = await cache.get('quotes AAPL', { freshMs: 1_000, staleMs: 60_000 }, load)
 */
export function createCache({
  shared,
  clock = systemClock,
  leases = createMemoryLeases({ clock }),
  maxBytes = 33_554_432,
  maxEntries = 10_000,
  logger,
}: CacheOptions = {}): Cache {
  const texts = new BoundedTexts({ maxBytes, maxEntries })
  const flights = new Map<string, Flight>()

  function keep(key: string, text: string, { staleMs }: Freshness, freshForMs: number): string {
    const freshUntil = clock.now() + freshForMs
    texts.set(key, text, freshUntil, freshUntil + staleMs)
    return text
  }

  async function loadAndKeep(key: string, freshness: Freshness, load: Load, signal: AbortSignal) {
    return keep(key, await load(signal), freshness, freshness.freshMs)
  }

  /** Of all processes one loads; the others wait for what it finds. */
  async function loadOnce(
    key: string,
    freshness: Freshness,
    load: Load,
    signal: AbortSignal,
    place: SharedTexts,
  ): Promise<string> {
    const begin = clock.now()
    const look = async () => {
      const kept = await place.get(key, freshness)
      // A stale one may stand in for one that cannot be had.
      if (kept) keep(key, kept.text, freshness, kept.freshForMs)
      return kept && kept.freshForMs > 0 ? kept.text : undefined
    }
    while (clock.now() - begin < patienceMs) {
      const takenAt = clock.now()
      const found = await look()
      if (found !== undefined) return found
      const { lease } = await leases.acquire(`cache:${key}`, leaseMs)
      if (lease) {
        const stop = holdLease(lease, { ttlMs: leaseMs, takenAt, clock, onLost: () => {} })
        try {
          // Who had the lease before may have left its answer in between.
          const left = await look()
          if (left !== undefined) return left
          const text = await loadAndKeep(key, freshness, load, signal)
          await place.set(key, text, freshness).catch(note)
          return text
        } finally {
          stop()
          await lease.release()
        }
      }
      await new Promise<void>((resolve) => void clock.schedule(lookMs, resolve))
      if (signal.aborted) throw new AbortedError()
    }
    return loadAndKeep(key, freshness, load, signal)
  }

  async function find(key: string, freshness: Freshness, load: Load, signal: AbortSignal): Promise<string> {
    let failure: unknown
    const loadHere: Load = (one) =>
      load(one).catch((error: unknown) => {
        failure = error
        throw error
      })
    try {
      if (!shared) return await loadAndKeep(key, freshness, loadHere, signal)
      try {
        return await loadOnce(key, freshness, loadHere, signal, shared)
      } catch (error) {
        if (failure !== undefined || signal.aborted) throw error
        note(error)
        return await loadAndKeep(key, freshness, loadHere, signal)
      }
    } catch (error) {
      const old = texts.get(key, clock.now())
      if (!old || !mayPass(error)) throw error
      logger?.debug('An older answer stands in for one that cannot be had', { key, reason: String(error) })
      return old.text
    }
  }

  function note(error: unknown): void {
    logger?.debug('The shared cache cannot be used', { reason: String(error) })
  }

  function launch(key: string, freshness: Freshness, load: Load): Flight {
    const controller = new AbortController()
    const work = find(key, freshness, load, controller.signal)
    const flight: Flight = { work, waiting: 0, controller }
    const done = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    work.then(done, done)
    flights.set(key, flight)
    return flight
  }

  return {
    async get(key, freshness, load, signal) {
      const kept = texts.get(key, clock.now())
      if (kept?.isFresh) return kept.text
      if (signal?.aborted) throw new AbortedError()
      const flight = flights.get(key) ?? launch(key, freshness, load)
      flight.waiting++
      try {
        return await untilAborted(flight.work, signal)
      } finally {
        flight.waiting--
        if (flight.waiting === 0) {
          if (flights.get(key) === flight) flights.delete(key)
          flight.controller.abort(new AbortedError())
        }
      }
    },
  }
}

/** Whether an error may be gone when it is asked again: only then an older answer is better than the error. */
function mayPass(error: unknown): boolean {
  return StarkMatterError.is(error) && error.retryable && error.code !== 'ABORTED'
}

function untilAborted(work: Promise<string>, signal: AbortSignal | undefined): Promise<string> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const leave = () => reject(new AbortedError())
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
