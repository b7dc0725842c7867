import { CloseIcon, PauseIcon, PlayIcon } from '../header/icons.tsx'
import type { Alert } from './alert-shapes.ts'
import { useAlertActions } from './useAlerts.ts'

/** The reader's alerts, the newest first, each with how it stands. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  const { setStatus, remove } = useAlertActions()
  if (alerts.length === 0)
    return (
      <p className="py-2 text-secondary">
        An alert tells you when a price, an indicator or the news reach what you wait for. Make one below.
      </p>
    )
  return (
    <ul className="-mx-1 max-h-60 divide-y divide-line overflow-y-auto px-1">
      {alerts.toReversed().map((alert) => {
        const isActive = alert.status === 'active'
        return (
          <li key={alert.id} className="flex items-center gap-1 py-1">
            <span className="min-w-0 flex-1">
              <span className={`block ${isActive ? '' : 'text-secondary'}`}>{alert.description}</span>
              <span className="block text-[11px] text-faint">{standing(alert)}</span>
            </span>
            <button
              type="button"
              className="sm-icon-button"
              aria-label={`${isActive ? 'Pause' : 'Resume'}: ${alert.description}`}
              title={isActive ? 'Pause' : 'Resume'}
              onClick={() => setStatus.mutate({ id: alert.id, status: isActive ? 'paused' : 'active' })}
            >
              {isActive ? <PauseIcon /> : <PlayIcon />}
            </button>
            <button
              type="button"
              className="sm-icon-button"
              aria-label={`Remove: ${alert.description}`}
              title="Remove"
              onClick={() => remove.mutate(alert.id)}
            >
              <CloseIcon />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

const states: Readonly<Record<string, string>> = {
  starting: 'starting',
  watching: 'watching',
  failed: 'waiting',
}

function standing({ status, repeat, firings, watch }: Alert): string {
  const fired = firings === 0 ? 'has not fired' : `fired ${firings} ${firings === 1 ? 'time' : 'times'}`
  const now = status === 'active' ? (states[watch?.state ?? ''] ?? 'active') : status
  return [now, repeat, fired, ...(watch?.message ? [watch.message] : [])].join(' · ')
}
