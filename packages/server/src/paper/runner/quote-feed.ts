import { type Clock, type Logger, type Quote, StarkMatterError } from '@starkmatter/core'
import { actionOf, type GatewayClient } from '../../gateway/client.ts'
import type { Needs } from './needs.ts'

export type QuoteFeedOptions = {
  client: GatewayClient
  clock: Clock
  logger: Logger | undefined
  /** How often quotes are asked for that no provider streams. @default 15000 */
  pollEveryMs?: number | undefined
}

/** Quotes of the instruments that somebody needs, each watched once. */
export interface QuoteFeed {
  /** Watches exactly these from now on: others are let go. */
  need(instruments: Needs['instruments']): void
  readonly size: number
  close(): void
}

/** After a feed has ended, how long until it is tried again. */
const retryMs = 30_000

export function createQuoteFeed(
  { client, clock, logger, pollEveryMs = 15_000 }: QuoteFeedOptions,
  onQuote: (instrument: string, quote: Quote) => void,
): QuoteFeed {
  const watched = new Map<string, () => void>()

  function watch(instrument: string): () => void {
    let isStopped = false
    let stop = () => {}
    const again = (delayMs: number, run: () => void) => {
      if (!isStopped) stop = clock.schedule(delayMs, run)
    }
    const receive = (quote: Quote) => {
      if (!isStopped) onQuote(instrument, quote)
    }

    function stream(): void {
      const subscription = actionOf(client, 'watchQuotes')({ symbols: [instrument] })
      subscription.on('data', receive)
      subscription.on('error', (error) => {
        subscription.close()
        if (error.code === 'UNSUPPORTED') return poll()
        logger?.warn('Quotes for paper trading ended', { instrument, reason: error.message })
        again(retryMs, start)
      })
      stop = () => subscription.close()
    }

    function poll(): void {
      const abort = new AbortController()
      stop = () => abort.abort()
      actionOf(
        client,
        'getQuotes',
      )({ symbols: [instrument], timeoutMs: pollEveryMs, signal: abort.signal })
        .then((quotes) => quotes.forEach(receive))
        .catch((error: unknown) => {
          if (!isStopped)
            logger?.debug('A quote for paper trading failed', { instrument, reason: String(error) })
        })
        .finally(() => again(pollEveryMs, poll))
    }

    function start(): void {
      if (isStopped) return
      try {
        stream()
      } catch (error) {
        if (!StarkMatterError.is(error) || error.code !== 'UNSUPPORTED') throw error
        poll()
      }
    }

    start()
    return () => {
      isStopped = true
      stop()
    }
  }

  return {
    need(instruments) {
      for (const [instrument, stop] of watched) {
        if (instruments.has(instrument)) continue
        watched.delete(instrument)
        stop()
      }
      for (const instrument of instruments.keys()) {
        if (!watched.has(instrument)) watched.set(instrument, watch(instrument))
      }
    },
    get size() {
      return watched.size
    },
    close() {
      for (const stop of watched.values()) stop()
      watched.clear()
    },
  }
}
