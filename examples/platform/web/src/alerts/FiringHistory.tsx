import { useEffect, useEffectEvent } from 'react'
import { firingFacts } from './firing-facts.ts'
import { useAlertActions, useFirings } from './useAlerts.ts'

/** What fired, newest first. Looking at it marks it as read. */
export function FiringHistory() {
  const { data } = useFirings(true)
  const { markRead } = useAlertActions()
  const unread = data?.unread
  const isUnread = unread !== undefined && unread.last > unread.read
  const read = useEffectEvent(() => {
    if (unread && isUnread) markRead.mutate(unread.last)
  })
  useEffect(() => {
    if (isUnread) read()
  }, [isUnread])
  if (!data) return null
  if (data.firings.length === 0) return <p className="py-2 text-secondary">Nothing has fired yet.</p>
  return (
    <ul className="-mx-1 max-h-60 divide-y divide-line overflow-y-auto px-1">
      {data.firings.map((firing) => (
        <li key={firing.id} className="py-1.5">
          <span className="block">{firing.description}</span>
          <span className="block text-[11px] text-faint tabular-nums">
            {firingFacts(firing)}
            {firing.delivery &&
              ` · webhook ${firing.delivery.status}${firing.delivery.lastError ? `: ${firing.delivery.lastError}` : ''}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
