import { type Feed, type FeedState, idle } from './feed-pool.ts'

/** Several feeds read as one, whose value is the list of theirs. */
export function combineFeeds<value>(
  feeds: readonly (Feed<value> | undefined)[],
): Feed<readonly (value | undefined)[]> {
  let parts: readonly FeedState<value>[] = []
  let state: FeedState<readonly (value | undefined)[]> = idle
  return {
    subscribe(listener) {
      const closers = feeds.map((feed) => feed?.subscribe(listener))
      return () => {
        for (const close of closers) close?.()
      }
    },
    // The same object while no part has changed, as useSyncExternalStore requires.
    get() {
      const next = feeds.map((feed) => feed?.get() ?? idle)
      if (next.length !== parts.length || next.some((part, index) => part !== parts[index])) {
        parts = next
        state = {
          value: next.map((part) => part.value),
          status: next.find((part) => part.status)?.status ?? null,
          error: next.find((part) => part.error)?.error ?? null,
        }
      }
      return state
    },
  }
}
