import type { IndicatorChoice } from '@starkmatter/components/indicator-picker'
import { displaySymbol } from '@starkmatter/components/price-header'
import { useState } from 'react'
import { AlertForm } from './AlertForm.tsx'
import { AlertList } from './AlertList.tsx'
import { FiringHistory } from './FiringHistory.tsx'
import { useAlerts } from './useAlerts.ts'

type AlertsPanelProps = { symbol: string; interval: string; indicators: readonly IndicatorChoice[] }

const heading = 'mb-1 text-[12px] font-semibold text-secondary'

/** A new alert on what is on the chart, the alerts that there are, and what they fired. */
export function AlertsPanel(props: AlertsPanelProps) {
  const { data, error } = useAlerts()
  return (
    <div className="flex flex-col gap-4">
      <section>
        <h3 className={heading}>New alert on {displaySymbol(props.symbol)}</h3>
        <AlertForm key={props.symbol} {...props} />
      </section>
      <section>
        <h3 className={heading}>Your alerts</h3>
        {error && <p className="text-(--sm-down)">{error.message}</p>}
        {data && <AlertList alerts={data.alerts} />}
      </section>
      <section>
        <h3 className={heading}>History</h3>
        <FiringHistory />
      </section>
      <NotificationOffer />
    </div>
  )
}

/** Asks for the browser's leave only when the reader wants it. */
function NotificationOffer() {
  const [permission, setPermission] = useState(() =>
    'Notification' in globalThis ? Notification.permission : 'denied',
  )
  if (permission !== 'default') return null
  return (
    <button
      type="button"
      className="sm-button self-start"
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      Notify me when this page is in the background
    </button>
  )
}
