import { BellIcon } from '../header/icons.tsx'
import { useAlerts } from './useAlerts.ts'

/** The way to the alerts, and how many firings were not looked at. */
export function AlertBell({ onOpen }: { onOpen(): void }) {
  const { data } = useAlerts()
  const unread = data ? data.unread.last - data.unread.read : 0
  return (
    <button
      type="button"
      className="sm-icon-button relative"
      aria-label={unread > 0 ? `Alerts, ${unread} unread` : 'Alerts'}
      title="Alerts (A)"
      onClick={onOpen}
    >
      <BellIcon />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[11px] leading-4 font-semibold text-background tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </button>
  )
}
