import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type Alert, alertListShape, alertShape, firingListShape, unreadShape } from './alert-shapes.ts'
import { askServer } from './ask-server.ts'

const key = ['platform', 'alerts'] as const

/** How soon to ask again while an alert is not watched yet: nothing tells when it is. */
const unsettledMs = 3_000

/** The reader's alerts, and up to which firing they were looked at. */
export function useAlerts() {
  return useQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ signal }) => askServer('/v1/alerts', alertListShape, { signal }),
    refetchInterval: ({ state: { data } }) => {
      const isUnsettled = ({ status, watch }: Alert) => status === 'active' && watch?.state !== 'watching'
      return data?.alerts.some(isUnsettled) ? unsettledMs : false
    },
  })
}

/** The newest firings. */
export function useFirings(isShown: boolean) {
  return useQuery({
    queryKey: [...key, 'firings'],
    queryFn: ({ signal }) => askServer('/v1/alerts/firings', firingListShape, { signal }),
    enabled: isShown,
  })
}

/** Asks for everything about alerts anew. */
export function useRefreshAlerts(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: key })
}

/** What changes alerts; whatever shows them follows. */
export function useAlertActions() {
  const onSettled = useRefreshAlerts()
  const create = useMutation({
    mutationFn: (body: object) => askServer('/v1/alerts', alertShape, { method: 'POST', body }),
    onSettled,
  })
  const setStatus = useMutation({
    mutationFn: ({ id, status }: { id: string; status: 'active' | 'paused' }) =>
      askServer(`/v1/alerts/${id}`, alertShape, { method: 'PATCH', body: { status } }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (id: string) => askServer(`/v1/alerts/${id}`, z.undefined(), { method: 'DELETE' }),
    onSettled,
  })
  const markRead = useMutation({
    mutationFn: (sequence: number) =>
      askServer('/v1/alerts/read', unreadShape, { method: 'POST', body: { sequence } }),
    onSettled,
  })
  return { create, setStatus, remove, markRead }
}
