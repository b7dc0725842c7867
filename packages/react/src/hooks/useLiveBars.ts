import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type ReactClient, symbolKey } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { JoinLive } from '../live/join-live.ts'
import { missedSince } from '../live/missed-since.ts'
import { type BarHistoryParameters, barHistoryQueryOptions } from '../query/bars.ts'
import { barsFeed } from '../store/feeds.ts'
import { useFeed } from './useFeed.ts'

export type UseLiveBarsParameters = BarHistoryParameters & { client?: ReactClient | undefined }

/**
 * History and live bars of one symbol as one series: the last bar moves, at most once a frame, and older bars come on request.
 *
 * After a lost connection, and where a bar closed between the answer and the feed's first word, what was missed is asked for.
 * `data` shares memory between its states; only the forming bar's slot changes in place.
 */
export function useLiveBars({ client: given, ...parameters }: UseLiveBarsParameters) {
  const client = useClient(given)
  const queryClient = useQueryClient()
  const options = barHistoryQueryOptions(client, parameters)
  const { symbol, interval } = parameters
  const id = symbol && symbolKey(symbol)
  const history = useInfiniteQuery(options)
  const feed = useFeed(
    useMemo(() => (id === undefined ? undefined : barsFeed(client, id, interval)), [client, id, interval]),
  )

  const [joiner] = useState(() => new JoinLive())
  const key = JSON.stringify(options.queryKey)
  const data = useMemo(
    () => joiner.join(key, history.data, feed.value),
    [joiner, key, history.data, feed.value],
  )

  const state = feed.status?.state
  const stateBefore = useRef(state)
  const askedFrom = useRef<number>(undefined)
  const from = missedSince({
    history: history.data,
    tail: feed.value,
    interval,
    reconnected: state === 'live' && stateBefore.current === 'reconnecting',
  })
  useEffect(() => {
    if (state !== undefined) stateBefore.current = state
  }, [state])
  useEffect(() => {
    if (from === undefined || from === askedFrom.current) return
    askedFrom.current = from
    void backfill()

    async function backfill() {
      try {
        const page = await client.getBars?.({
          ...parameters,
          limit: undefined,
          symbol: id ?? '',
          start: from,
        })
        if (!page) return
        queryClient.setQueryData(
          options.queryKey,
          (known) => known && { pages: [page, ...known.pages], pageParams: [undefined, ...known.pageParams] },
        )
      } catch {
        // Asked again at the next sign of a gap; the feed's own status tells the user that something is wrong.
        askedFrom.current = undefined
      }
    }
  })

  return {
    data,
    error: history.error,
    isPending: history.isPending,
    refetch: history.refetch,
    /** Status of the live feed, `null` without one. */
    live: feed.status,
    liveError: feed.error,
    fetchOlder: history.fetchNextPage,
    hasOlder: history.hasNextPage,
    isFetchingOlder: history.isFetchingNextPage,
  }
}
