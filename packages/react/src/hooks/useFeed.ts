import { useSyncExternalStore } from 'react'
import { type Feed, type FeedState, idle } from '../store/feed-pool.ts'

const nothing = () => () => undefined
const getIdle = () => idle

/** The state of a live feed, renewed at most once a frame. `undefined` is a feed that does not exist. */
export function useFeed<value>(feed: Feed<value> | undefined): FeedState<value> {
  return useSyncExternalStore<FeedState<value>>(feed?.subscribe ?? nothing, feed?.get ?? getIdle, getIdle)
}
