import { UnsupportedError } from '../../errors/index.ts'
import { type Bar, type Instrument, type Interval, parseInterval } from '../../market/index.ts'
import { BarSequence } from '../../stream/bar-sequence.ts'
import type { LiveSubscription } from '../../stream/live-subscription.ts'
import type { Engine } from '../engine.ts'
import type { LiveBar } from '../types.ts'
import { barsSince } from './bars-since.ts'
import { BuiltBars } from './built-bars.ts'
import { follow } from './follow.ts'
import { JoinedBars } from './joined-bars.ts'
import type { WatchRoute } from './watch.ts'

export type FollowedBars = {
  instrument: Instrument
  interval: Interval
  /** Open of the first bar to tell, ms UTC. */
  since: number
  /** History is asked for what came before the feed. */
  hasHistory: boolean
}

/** Brings the live bars of one instrument: {@link BarSequence} over the first feed that works. */
export function followBars(
  engine: Engine,
  subscription: LiveSubscription<LiveBar>,
  routes: readonly WatchRoute[],
  { instrument, interval, since, hasHistory }: FollowedBars,
): void {
  const { ms } = parseInterval(interval)
  const { clock } = engine
  let [present] = routes
  let wasConnected = false
  let isBroken = false
  let built: BuiltBars | JoinedBars | undefined
  let builtRoute: WatchRoute | undefined

  const sequence = new BarSequence({
    clock,
    interval,
    since,
    complete() {
      if (present?.isBuilt) return ['closes']
      const stream = present?.capability.via === 'stream' ? present.provider.stream : undefined
      return (stream?.kind === 'socket' && stream.complete) || []
    },
    async history(from, signal) {
      if (!present?.provider.getBars) {
        throw new UnsupportedError(`${present?.provider.title} has no history to fill it from.`)
      }
      return barsSince(engine, present.provider.id, { instrument, interval }, from, signal)
    },
    onBar: (bar) => subscription.push({ ...bar, instrument }, clock.now()),
    onGap: (gap) => subscription.lose(gap),
  })
  const repair = () => {
    isBroken = false
    void sequence.resume()
  }
  const stop = follow(engine, routes, {
    status: (status) => subscription.tell(status),
    failed: (error) => subscription.fail(error),
    event(event, route) {
      if (route.isBuilt) builtOn(route).event(event, route)
      else if (event.type === 'bar') sequence.receive(event.bar)
      else if (event.type === 'gap') {
        sequence.interrupt()
        repair()
      }
    },
    state(state, route) {
      const isOther = present !== route
      present = route
      if (route.isBuilt) builtOn(route).state(state, route)
      // What a break of the trades or shorter bars hid is filled in among them.
      if (isOther || (state === 'reconnecting' && wasConnected && !route.isBuilt)) {
        isBroken = true
        sequence.interrupt()
      }
      if (state !== 'live' && state !== 'polling') return
      // Connecting took so long that a bar may have closed meanwhile.
      const isLate = !wasConnected && (hasHistory || Math.floor(clock.now() / ms) * ms > since)
      wasConnected = true
      if (isBroken || isLate) repair()
    },
  })
  function builtOn(route: WatchRoute): BuiltBars | JoinedBars {
    if (built && builtRoute === route) return built
    built?.stop()
    builtRoute = route
    const options = {
      interval,
      since: Math.floor(clock.now() / ms) * ms,
      onBar: (bar: Bar) => sequence.receive(bar),
      onLoss: repair,
    }
    built =
      route.topic.channel === 'trades'
        ? new BuiltBars({ engine, ...options })
        : new JoinedBars({
            clock,
            history: ({ provider, topic }, from, signal) =>
              barsSince(
                engine,
                provider.id,
                { instrument, interval: topic.interval ?? interval },
                from,
                signal,
              ),
            ...options,
          })
    return built
  }
  subscription.onEnd(() => {
    built?.stop()
    sequence.stop()
    stop()
  })
}
