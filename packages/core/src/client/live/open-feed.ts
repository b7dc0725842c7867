import { StarkMatterError } from '../../errors/index.ts'
import { abortReason } from '../../http/deadline.ts'
import { manyListeners } from '../../http/many-listeners.ts'
import { loadPart } from '../../provider/load-part.ts'
import { LiveSubscription } from '../../stream/live-subscription.ts'
import type { Subscription } from '../../stream/subscription.ts'
import type { WatchOptions } from '../options.ts'
import { setupOf } from '../setup.ts'
import type { ClientBase } from '../types.ts'

type Late = typeof import('./later.ts')

const defaultBufferSize = 1024

/**
 * A live feed, which what is loaded for it fills. All that can be wrong with it is told by the feed itself.
 *
 * @param keyOf - Of two waiting items with one key the newer replaces the older when the buffer is full.
 * @throws {BadRequestError} the object was not made by `createClient`
 */
export function openFeed<item>(
  client: ClientBase,
  options: WatchOptions,
  keyOf: (item: item) => string,
  start: (late: Late, subscription: LiveSubscription<item>) => void,
): Subscription<item> {
  const { closed } = setupOf(client)
  const subscription = new LiveSubscription<item>({
    keyOf,
    bufferSize: options?.bufferSize ?? defaultBufferSize,
  })
  if (closed.aborted) {
    // After its caller has had the time to listen.
    queueMicrotask(() => subscription.fail(abortReason(closed)))
    return subscription
  }
  const close = () => subscription.close()
  manyListeners(closed).addEventListener('abort', close)
  subscription.onEnd(() => closed.removeEventListener('abort', close))
  loadPart(() => import('./later.ts'))
    .then((late) => subscription.ended || start(late, subscription))
    .catch((error: unknown) => {
      if (!StarkMatterError.is(error)) throw error
      subscription.fail(error)
    })
  return subscription
}
