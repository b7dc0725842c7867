import { displaySymbol } from '@starkmatter/components/price-header'
import { orderInWords, stateInWords } from './in-words.ts'
import type { PaperOrder } from './paper-schemas.ts'
import { usePaperActions, usePaperOrders } from './usePaper.ts'

type OrderListProps = { account: string; onSelect(symbol: string): void }

/** So many of those that ended are shown before the user asks for more. */
const fewClosed = 5

/** Orders that are open, which can be cancelled, and below them what became of the others. */
export function OrderList({ account, onSelect }: OrderListProps) {
  const { data } = usePaperOrders(account)
  const { cancel } = usePaperActions(account)
  const orders = data?.orders ?? []
  const isOpen = ({ state }: PaperOrder) => state === 'accepted' || state === 'partially-filled'
  const open = orders.filter(isOpen)
  const closed = orders.filter((order) => !isOpen(order))
  return (
    <section className="border-b border-line" aria-label="Orders">
      <h2 className="paper-head">
        Orders <small>{open.length} open</small>
      </h2>
      {cancel.error && (
        <p role="alert" className="sm-down px-4 pb-2 text-[12px]">
          {cancel.error.message}
        </p>
      )}
      {orders.length === 0 && <p className="px-4 pb-3 text-secondary">Orders that you place stand here.</p>}
      <ul>
        {open.map((order) => (
          <OrderRow key={order.id} order={order} onSelect={onSelect}>
            <button
              type="button"
              className="sm-icon-button text-[12px]"
              aria-label={`Cancel: ${orderInWords(order)}`}
              disabled={cancel.isPending && cancel.variables === order.id}
              onClick={() => cancel.mutate(order.id)}
            >
              Cancel
            </button>
          </OrderRow>
        ))}
        {closed.slice(0, fewClosed).map((order) => (
          <OrderRow key={order.id} order={order} onSelect={onSelect} />
        ))}
      </ul>
      {closed.length > fewClosed && (
        <details className="paper-more">
          <summary>History: {closed.length - fewClosed} more</summary>
          <ul>
            {closed.slice(fewClosed).map((order) => (
              <OrderRow key={order.id} order={order} onSelect={onSelect} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type OrderRowProps = { order: PaperOrder; onSelect(symbol: string): void; children?: React.ReactNode }

function OrderRow({ order, onSelect, children }: OrderRowProps) {
  const time = new Date(order.changedAt)
  return (
    <li className="paper-row">
      <button
        type="button"
        className="paper-row-name"
        title={`Show ${displaySymbol(order.instrument)}`}
        onClick={() => onSelect(order.instrument)}
      >
        <span>{orderInWords(order)}</span>
        <small>
          {stateInWords(order)} · <time dateTime={time.toISOString()}>{shortTime(time)}</time>
        </small>
      </button>
      {children}
    </li>
  )
}

function shortTime(time: Date): string {
  const isToday = time.toDateString() === new Date().toDateString()
  return isToday
    ? time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : time.toLocaleDateString(undefined, { month: 'short', day: 'numeric' })
}
