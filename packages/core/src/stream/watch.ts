import type { Engine } from '../client/engine.ts'
import type { WatchOptions } from '../client/options.ts'
import { Refusals, readSymbol, routesTo, symbolFor } from '../client/route.ts'
import type { StreamStatus } from '../client/subscription.ts'
import { BadRequestError } from '../errors/index.ts'
import { abortReason } from '../http/deadline.ts'
import { manyListeners } from '../http/many-listeners.ts'
import type { InstrumentInput, Interval, ReadInstrument } from '../market/index.ts'
import type { StreamChannel } from '../provider/index.ts'
import type { FollowRoute } from './follow.ts'
import type { LiveSubscription } from './live-subscription.ts'

const operations = {
  bars: 'watchBars',
  quotes: 'watchQuotes',
  trades: 'watchTrades',
  book: 'watchOrderBook',
} as const satisfies Record<StreamChannel, string>

export const defaultBufferSize = 1024

/**
 * The feeds that carry a channel of an instrument, in the order they are followed.
 *
 * @throws {BadRequestError} the symbol is none
 * @throws {UnsupportedError} no provider streams this, with each one's reason
 */
export function followRoutes(
  engine: Engine,
  channel: StreamChannel,
  input: InstrumentInput,
  options: WatchOptions,
  interval?: Interval,
): { read: ReadInstrument; routes: FollowRoute[] } {
  const read = readSymbol(input)
  const refusals = new Refusals()
  const routes = routesTo(engine, operations[channel], options).flatMap((route): FollowRoute[] => {
    const { provider, operation } = route
    const symbol = symbolFor(route, read, refusals)
    if (symbol === undefined) return []
    if (interval !== undefined && 'intervals' in operation && !operation.intervals.includes(interval)) {
      refusals.add(provider, `streams no ${interval} bars (it has ${operation.intervals.join(', ')})`)
      return []
    }
    const key = [channel, symbol, interval].join(' ')
    const topic = { key, channel, instrument: read.instrument, symbol, ...(interval && { interval }) }
    return [{ provider, feed: engine.feeds.feedOf(provider, channel, operation), topic }]
  })
  if (routes.length === 0) throw refusals.error()
  return { read, routes }
}

/** Ends a subscription with its caller's signal and its client. */
export function bindEnd<item>(
  engine: Engine,
  subscription: LiveSubscription<item>,
  signal: AbortSignal | undefined,
): void {
  for (const one of [signal, engine.closed]) {
    if (!one) continue
    const end = () => (one === engine.closed ? subscription.close() : subscription.fail(abortReason(one)))
    if (one.aborted) {
      end()
      return
    }
    manyListeners(one).addEventListener('abort', end, { once: true })
    subscription.onEnd(() => one.removeEventListener('abort', end))
  }
}

// From what a reader must know first to what needs no word.
const severity = ['closed', 'reconnecting', 'stale', 'connecting', 'polling', 'live'] as const

/** The status of a subscription made of several topics: the worst of their states, and what they have in common. */
export class JointStatus {
  readonly #parts = new Map<string, Partial<StreamStatus>>()
  readonly #tell: (changes: Partial<StreamStatus>) => void

  constructor(tell: (changes: Partial<StreamStatus>) => void) {
    this.#tell = tell
  }

  set(part: string, changes: Partial<StreamStatus>): void {
    const { error: _previous, ...rest } = this.#parts.get(part) ?? {}
    this.#parts.set(part, { ...rest, ...changes })
    const parts = [...this.#parts.values()]
    const states = new Set(parts.map(({ state }) => state))
    const providers = new Set(parts.map(({ provider }) => provider))
    const delays = parts.map(({ delayedMs }) => delayedMs)
    const { error } = parts.find((one) => one.error) ?? {}
    this.#tell({
      state: severity.find((state) => states.has(state)) ?? 'connecting',
      provider: providers.size === 1 ? (parts[0]?.provider ?? null) : null,
      simulated: parts.some(({ simulated }) => simulated),
      delayedMs: delays.includes(null) ? null : Math.max(...delays.map((delay) => delay ?? 0)),
      ...(error && { error }),
    })
  }

  /** Forgets a topic that has failed; true when it was the last. */
  drop(part: string): boolean {
    this.#parts.delete(part)
    return this.#parts.size === 0
  }
}

/**
 * Refuses an empty list of symbols.
 *
 * @throws {BadRequestError} it is empty
 */
export function assertSymbols(symbols: readonly unknown[]): void {
  if (symbols.length > 0) return
  throw new BadRequestError('"symbols" is empty. Give at least one.', { parameter: 'symbols' })
}
