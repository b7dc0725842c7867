import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { longestWaitMs, paperRequest } from './paper-request.ts'
import * as schemas from './paper-schemas.ts'

const key = ['platform', 'paper'] as const

/** Something else may have happened by then, on another page. */
const staleMs = 30_000

/** Your paper accounts, oldest first; the page trades in the first. */
export function usePaperAccount() {
  const query = useQuery({
    queryKey: [...key, 'accounts'],
    queryFn: ({ signal }) => paperRequest(schemas.accounts, '', { signal }),
    staleTime: staleMs,
    retry: false,
  })
  return { ...query, account: query.data?.accounts[0] }
}

export function usePaperOrders(account: string) {
  return useQuery({
    queryKey: [...key, account, 'orders'],
    queryFn: ({ signal }) => paperRequest(schemas.orders, `/${account}/orders?limit=50`, { signal }),
    staleTime: staleMs,
  })
}

export function usePaperPerformance(account: string) {
  return useQuery({
    queryKey: [...key, account, 'performance'],
    queryFn: ({ signal }) => paperRequest(schemas.performance, `/${account}/performance`, { signal }),
    staleTime: staleMs,
    // The curve goes on between orders, too.
    refetchInterval: 60_000,
  })
}

/** What an order would cost; nothing is asked while it is not whole. */
export function usePaperPreview(account: string, order: object | undefined) {
  return useQuery({
    queryKey: [...key, account, 'preview', order],
    queryFn: ({ signal }) =>
      paperRequest(schemas.preview, `/${account}/orders/preview`, {
        method: 'POST',
        body: order ?? {},
        signal,
      }),
    enabled: order !== undefined,
    staleTime: 2_000,
    refetchInterval: 10_000,
    retry: false,
    placeholderData: (before) => before,
  })
}

/** Changes that the user makes. Whatever comes of them, everything shown is read again. */
export function usePaperActions(account: string) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  const place = useMutation({
    mutationFn: (order: object) =>
      paperRequest(schemas.order, `/${account}/orders`, { method: 'POST', body: order }),
    onSettled,
  })
  const cancel = useMutation({
    mutationFn: (order: string) =>
      paperRequest(schemas.order, `/${account}/orders/${order}`, { method: 'DELETE' }),
    onSettled,
  })
  const reset = useMutation({
    mutationFn: () => paperRequest(schemas.account, `/${account}/reset`, { method: 'POST' }),
    onSettled,
  })
  return { place, cancel, reset }
}

export function useOpenPaperAccount() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { cash: string }) => paperRequest(schemas.account, '', { method: 'POST', body }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** Keeps what is shown of an account up with what happens to it, on this page or elsewhere. */
export function useFollowPaper(account: string, sequence: number): void {
  const queries = useQueryClient()
  // Where to begin is asked once: after that it is known here.
  const begin = useRef(sequence)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const follow = async () => {
      // A page has few connections, and its first ones are for what it shows.
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      let after = begin.current
      while (!signal.aborted) {
        const path = `/${account}/changes?after=${after}&waitMs=${longestWaitMs}`
        const asked = await paperRequest(schemas.changes, path, { signal }).catch(() => undefined)
        if (signal.aborted) return
        // A server that is away, or starts again.
        if (!asked) await new Promise((resolve) => setTimeout(resolve, 3_000))
        const newest = asked?.changes.at(-1)?.sequence
        if (newest === undefined) continue
        after = newest
        await queries.invalidateQueries({ queryKey: key, refetchType: 'active' })
      }
    }
    void follow()
    return () => stop.abort()
  }, [account, queries])
}
