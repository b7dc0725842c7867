import {
  AbortedError,
  type Interval,
  type LiveBar,
  parseInterval,
  StarkMatterError,
  type StreamStatus,
  UnsupportedError,
} from '@starkmatter/core'
import { indicators } from '@starkmatter/core/indicators/registry'
import type { BarsContext } from '../../bars/read-bars.ts'
import { actionOf } from '../../gateway/client.ts'
import type { Alert } from '../alert.ts'
import type { NewsFacts } from '../engine/judge.ts'
import { type Hit, SeriesEngine } from '../engine/series-engine.ts'
import type { EvaluatedBar } from '../engine/series-history.ts'
import { leavesOf } from '../rules/condition.ts'
import { readHistory } from './read-history.ts'

/** How the evaluation of an alert stands, for its owner. */
export type WatchState = { state: 'starting' | 'watching' | 'failed'; message: string | null }

export type SeriesWatchOptions = {
  context: BarsContext
  symbol: string
  interval: Interval
  /** Open of the bar up to which it was evaluated before, ms UTC. */
  evaluatedUntil: number | undefined
  /** Brings a firing to safety. The next bar waits for it. */
  onHit(hit: Hit, isSimulated: boolean): Promise<void>
  /** Everything up to a bar is evaluated and safe. */
  onEvaluated(time: number): void
}

const fewestBars = 500
/** One-minute bars of a day that never closes, so that the day before is there. */
const mostBarsOfDay = 1_440
/** States of bars that may wait while a firing is brought to safety; beyond, the series is read anew. */
const mostWaiting = 2_000
const firstRetryMs = 1_000
const lastRetryMs = 60_000

/**
 * Watches one series for all alerts on it: reads its past once, continues live, and begins anew from where it was where
 * the feed breaks off.
 */
export class SeriesWatch {
  readonly #options: SeriesWatchOptions
  readonly #alerts = new Map<string, Alert>()
  readonly #stop = new AbortController()
  #engine: SeriesEngine | undefined
  #kept = 0
  #isSimulated = false
  #isLive = false
  #evaluatedUntil: number | undefined
  #state: WatchState = { state: 'starting', message: null }
  /** Begins anew, with what is known by then. */
  #restart: ((error?: StarkMatterError) => void) | undefined
  /** One thing after the other: what is evaluated next may depend on what was recorded before. */
  #turn: Promise<void> = Promise.resolve()

  constructor(options: SeriesWatchOptions) {
    this.#options = options
    this.#evaluatedUntil = options.evaluatedUntil
    void this.#run()
  }

  get state(): WatchState {
    // The past is read, and the feed has yet to begin, or to begin again.
    const isAway = this.#state.state === 'watching' && !this.#isLive
    return isAway ? { state: 'starting', message: null } : this.#state
  }

  get size(): number {
    return this.#alerts.size
  }

  alert(id: string): Alert | undefined {
    return this.#alerts.get(id)
  }

  /**
   * Takes an alert, or its newer version.
   *
   * @param isKnown - It was evaluated up to here before.
   */
  put(alert: Alert, isKnown = false): void {
    this.#alerts.set(alert.id, alert)
    // Somebody is interested: it is tried again at once.
    if (this.#state.state === 'failed') this.#restart?.()
    if (!this.#engine) return
    // More of the past is needed than is there.
    if (barsFor([alert]) > this.#kept) this.#restart?.()
    else this.#engine.add(alert, isKnown)
  }

  /** The alert fired, and the engine knows. */
  keep(alert: Alert): void {
    if (alert.status === 'active') this.#alerts.set(alert.id, alert)
    else this.#alerts.delete(alert.id)
  }

  drop(id: string): void {
    this.#alerts.delete(id)
    this.#engine?.remove(id)
  }

  /** Alerts that ask for news hear them at the bar that was evaluated last. */
  hear(news: NewsFacts, id: string): Promise<void> {
    return this.#inTurn(async () => {
      // Told again later: what nobody judged was not heard.
      if (!this.#engine) throw new UnsupportedError('Its bars are not there yet.')
      await this.#tell(this.#engine.hear(news, id, this.#options.context.clock.now()))
    })
  }

  close(): Promise<void> {
    this.#stop.abort()
    this.#restart?.(new AbortedError())
    return this.#turn
  }

  async #run(): Promise<void> {
    const { clock, logger } = this.#options.context
    let waitMs = firstRetryMs
    while (!this.#stop.signal.aborted) {
      const begunAt = clock.now()
      try {
        await this.#watch()
      } catch (error) {
        if (this.#stop.signal.aborted) return
        const message = StarkMatterError.is(error) ? error.message : 'The server failed. Its log says why.'
        this.#state = { state: 'failed', message }
        logger?.debug('Alerts of a series wait', { symbol: this.#options.symbol, reason: String(error) })
        // One that ran for a while has not failed in a row.
        if (clock.now() - begunAt > lastRetryMs) waitMs = firstRetryMs
        await this.#pause(waitMs)
        waitMs = Math.min(waitMs * 2, lastRetryMs)
      }
    }
  }

  /** Ends when the series is to be read anew; throws when that should wait. */
  async #watch(): Promise<void> {
    const { context, symbol, interval } = this.#options
    this.#state = { state: 'starting', message: null }
    let end = (_error?: unknown) => {}
    const ended = new Promise<void>((resolve, reject) => {
      end = (error) => (error === undefined ? resolve() : reject(error))
    })
    // Looked at below, once the past is read.
    ended.catch(() => {})
    this.#restart = end
    const waiting: LiveBar[] = []
    // Listened to before the past is read: what closes in between is in both, and is taken once.
    const feed = actionOf(context.client, 'watchBars')({ symbol, interval })
    let isReady = false
    const drain = () =>
      void this.#inTurn(async () => {
        for (let bar = waiting.shift(); bar; bar = waiting.shift())
          await this.#take({ ...bar, volume: bar.volume ?? Number.NaN })
      }).catch(end)
    feed.on('data', (bar) => {
      const last = waiting.at(-1)
      // A later state of a bar holds all that an earlier one did.
      if (last && last.time === bar.time && !last.closed) waiting.pop()
      waiting.push(bar)
      if (waiting.length > mostWaiting) end()
      else if (isReady) drain()
    })
    const look = ({ state }: StreamStatus) => {
      this.#isLive = state === 'live' || state === 'polling' || state === 'stale'
    }
    look(feed.status)
    feed.on('status', look)
    feed.on('gap', () => end())
    feed.on('error', end)
    try {
      await this.#inTurn(() => this.#begin())
      this.#state = { state: 'watching', message: null }
      isReady = true
      drain()
      await ended
    } finally {
      feed.close()
      waiting.length = 0
      this.#engine = undefined
    }
  }

  /** Reads the past, takes what was evaluated before as seen, and evaluates the rest. */
  async #begin(): Promise<void> {
    const { context, symbol, interval } = this.#options
    const limit = barsFor([...this.#alerts.values()])
    const history = await readHistory(context, { symbol, interval, limit }, this.#stop.signal)
    const { bars, forming, timeZone, simulated } = history
    const closed = forming ? bars.slice(0, -1) : bars
    const until = this.#evaluatedUntil ?? this.#firstCursor(closed.at(-1)?.time ?? Number.NaN)
    const engine = new SeriesEngine({ interval, timeZone, keep: limit })
    engine.warm(closed.filter(({ time }) => time <= until))
    for (const alert of this.#alerts.values()) engine.add(alert, alert.firings > 0)
    this.#engine = engine
    this.#kept = limit
    this.#isSimulated = simulated
    for (const bar of closed) if (bar.time > until) await this.#take({ ...bar, closed: true })
    const last = forming ? bars.at(-1) : undefined
    if (last) await this.#take({ ...last, closed: false })
    this.#evaluated()
  }

  /**
   * Where nobody has evaluated before: what ended before the alerts were made is seen. When a day's bar ended is not known
   * here, so of longer bars all that have closed are.
   */
  #firstCursor(lastClosed: number): number {
    const { isDaily, ms } = parseInterval(this.#options.interval)
    if (isDaily) return lastClosed
    const since = Math.min(...[...this.#alerts.values()].map((alert) => alert.since))
    return since - ms
  }

  async #take(bar: EvaluatedBar & { closed: boolean }): Promise<void> {
    await this.#tell(this.#engine?.push(bar, this.#options.context.clock.now()) ?? [])
    if (bar.closed) this.#evaluated()
  }

  async #tell(hits: readonly Hit[]): Promise<void> {
    for (const hit of hits) await this.#options.onHit(hit, this.#isSimulated)
  }

  #evaluated(): void {
    const time = this.#engine?.lastClosed
    if (time === undefined || time === this.#evaluatedUntil) return
    this.#evaluatedUntil = time
    this.#options.onEvaluated(time)
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(run)
    this.#turn = turn.catch(() => {})
    return turn
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.context.clock.schedule(ms, resolve)
      this.#restart = () => {
        cancel()
        resolve()
      }
    })
  }
}

/** Bars that warm up the indicators of these alerts: after five lookbacks, what an average began with has faded. */
export function barsFor(alerts: readonly Pick<Alert, 'condition'>[]): number {
  const lookbacks = alerts.flatMap(({ condition }) =>
    leavesOf(condition).flatMap((leaf) => {
      if (leaf.type === 'volume') return leaf.period
      if (leaf.type === 'change') return leaf.over === 'previous close' ? mostBarsOfDay / 5 : leaf.over
      if (leaf.type !== 'compare') return 0
      return [leaf.left, leaf.right].map((one) =>
        one.kind === 'indicator' ? (indicators.get(one.name)?.lookback(one.params) ?? 0) : 0,
      )
    }),
  )
  const longest = lookbacks.reduce((most, one) => Math.max(most, one), 0)
  // In steps, so that one bar more does not have the series read anew.
  return Math.ceil((100 + 5 * longest) / fewestBars) * fewestBars
}
