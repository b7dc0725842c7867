import { type StarkMatterError, UnsupportedError } from '../../errors/index.ts'
import type { StreamEvent } from '../../provider/index.ts'
import type { ConnectionState, StreamStatus } from '../../stream/subscription.ts'
import type { Engine } from '../engine.ts'
import { feedOf } from './feeds.ts'
import type { WatchRoute } from './watch.ts'

export type FollowHandlers = {
  event(event: StreamEvent, route: WatchRoute, arrivedAt: number | undefined): void
  status(status: Partial<StreamStatus>): void
  /** The feed of this route stands as said. */
  state(state: ConnectionState, route: WatchRoute): void
  failed(error: StarkMatterError): void
}

// A stream that broke so often without a word in between is given up where another can be followed.
const patience = 3

/** Follows the first route that works, and goes on to the next where one refuses or keeps breaking. The answer ends it. */
export function follow(engine: Engine, routes: readonly WatchRoute[], handlers: FollowHandlers): () => void {
  let stop = () => {}
  let isOver = false

  /** Whether another provider comes after this route: its own polling is no reason to give up its stream. */
  const hasOther = (index: number) =>
    routes.slice(index + 1).some(({ provider }) => provider !== routes[index]?.provider)

  function start(index: number, reason: StarkMatterError): void {
    const route = routes[index]
    if (isOver) return
    if (!route) {
      handlers.failed(reason)
      return
    }
    const { provider, topic } = route
    let breaks = 0
    let isGone = false
    const leave = (error: StarkMatterError) => {
      isGone = true
      stop()
      start(index + 1, error)
    }
    handlers.status({
      provider: provider.id,
      simulated: provider.simulated === true,
      delayedMs: provider.delayedMs ?? null,
    })
    // A feed that refuses while it is being joined has left already.
    stop = () => {}
    const unlisten = feedOf(engine, route).listen(topic, {
      event(event, arrivedAt) {
        if (isGone || isOver) return
        breaks = 0
        if (event.type === 'origin') {
          const { provider: behind, simulated, delayedMs } = event
          handlers.status({ provider: behind ?? provider.id, simulated, delayedMs })
        } else handlers.event(event, route, arrivedAt)
      },
      state(state, error) {
        if (isGone || isOver) return
        handlers.status({ state, ...(error && { error }) })
        handlers.state(state, route)
        if (state === 'reconnecting' && error && ++breaks > patience && hasOther(index)) leave(error)
      },
      failed(error) {
        if (!isGone && !isOver) leave(error)
      },
    })
    if (isGone || isOver) unlisten()
    else stop = unlisten
  }

  start(0, new UnsupportedError('No provider of this client streams this.'))
  return () => {
    isOver = true
    stop()
  }
}
