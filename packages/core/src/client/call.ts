import { untilAborted } from '../http/deadline.ts'
import { loadPart } from '../provider/load-part.ts'
import { callDeadline } from './call-deadline.ts'
import type { CallOptions } from './options.ts'
import type { Setup } from './setup.ts'

type Actions = typeof import('./later.ts')

/**
 * Calls actions of a client, which the first call loads. Loading is part of the time that its caller allows.
 *
 * @throws {BadRequestError} an option cannot be right
 * @throws {NetworkError} they could not be loaded
 */
export function createCall<client>(setup: Setup, getClient: () => client) {
  let loaded: Actions | undefined
  return async <options extends CallOptions, result>(
    options: options,
    pick: (actions: Actions) => (client: client, options: options) => Promise<result>,
  ): Promise<result> => {
    if (loaded) return pick(loaded)(getClient(), options)
    const deadline = callDeadline(setup, options)
    const { signal } = deadline
    try {
      loaded = await untilAborted(
        loadPart(() => import('./later.ts')),
        signal,
      )
      loaded.assertOptions(options, loaded.callRules)
      return await pick(loaded)(getClient(), { ...options, signal })
    } finally {
      deadline.end()
    }
  }
}
