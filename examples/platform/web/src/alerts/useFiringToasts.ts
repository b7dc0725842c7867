import { useEffect, useEffectEvent, useState } from 'react'
import type { Firing } from './alert-shapes.ts'
import { followFirings } from './followFirings.ts'
import { useRefreshAlerts } from './useAlerts.ts'

/** Toasts on the screen at once; more stand in the history. */
const mostToasts = 3

/** What fires while the page is open: shown until it is put away, and told by the browser where the reader allows it. */
export function useFiringToasts() {
  const [toasts, setToasts] = useState<readonly Firing[]>([])
  const refresh = useRefreshAlerts()
  const onFiring = useEffectEvent((firing: Firing) => {
    setToasts((old) => [...old, firing].slice(-mostToasts))
    refresh()
    if (document.hidden) notify(firing)
  })
  useEffect(() => followFirings((firing) => onFiring(firing)), [])
  const dismiss = (id: string) => setToasts((old) => old.filter((one) => one.id !== id))
  return { toasts, dismiss, dismissAll: () => setToasts([]) }
}

function notify({ id, description }: Firing): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  try {
    // One of each firing, however many tabs are open.
    new Notification(description, { tag: id })
  } catch {
    // Browsers of phones want a service worker for it; the toast is there all the same.
  }
}
