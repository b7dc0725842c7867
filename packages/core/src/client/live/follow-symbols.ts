import type { StreamEvent } from '../../provider/index.ts'
import { JointStatus } from '../../stream/joint-status.ts'
import type { LiveSubscription } from '../../stream/live-subscription.ts'
import type { Engine } from '../engine.ts'
import { follow } from './follow.ts'
import type { WatchRoute } from './watch.ts'

export type SymbolChannel<item> = {
  /** The item of an event, `undefined` for events of other channels. */
  itemOf(event: StreamEvent): item | undefined
  /** A later item replaces an earlier one, so that a break leaves no hole. */
  isState: boolean
}

/** Brings one channel of several instruments, each over the first feed that works, as one subscription. */
export function followSymbols<item>(
  engine: Engine,
  subscription: LiveSubscription<item>,
  topics: readonly (readonly WatchRoute[])[],
  { itemOf, isState }: SymbolChannel<item>,
): void {
  const { clock } = engine
  const status = new JointStatus((changes) => subscription.tell(changes))
  for (const [index, routes] of topics.entries()) {
    let lostAt: number | undefined
    const stop = follow(engine, routes, {
      status: (changes) => status.set(index, changes),
      event(event) {
        const item = itemOf(event)
        if (item !== undefined) subscription.push(item, clock.now())
        else if (event.type === 'gap') {
          subscription.lose({ from: null, to: clock.now(), reason: event.reason })
        }
      },
      state(state, { provider }) {
        if (isState || (provider.stream?.kind === 'socket' && provider.stream.resumes)) return
        if (state === 'reconnecting') lostAt ??= subscription.status.lastEventAt ?? clock.now()
        else if (state === 'live' && lostAt !== undefined) {
          subscription.lose({ from: lostAt, to: clock.now(), reason: 'The connection was lost.' })
          lostAt = undefined
        }
      },
      failed(error) {
        if (status.drop(index)) subscription.fail(error)
        else subscription.tell({ error })
      },
    })
    subscription.onEnd(stop)
  }
}
