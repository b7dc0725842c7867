import { formatDecimal, priceDecimals } from '@starkmatter/charts/format'
import { displaySymbol } from '@starkmatter/components/price-header'
import { useQuote } from '@starkmatter/react'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { AmountField } from './AmountField.tsx'
import { Choice } from './Choice.tsx'
import { orderInWords, orderTypes, stateInWords, timeNames, times, typeNames } from './in-words.ts'
import { type OrderDraft, orderOf, quantityFor, readAmount, wantsLimit, wantsStop } from './order-draft.ts'
import type { PaperAccount } from './paper-schemas.ts'
import { TicketPreview } from './TicketPreview.tsx'
import { usePaperActions, usePaperPreview } from './usePaper.ts'

type OrderTicketProps = {
  account: PaperAccount
  symbol: string
  draft: OrderDraft
  isFresh: boolean | undefined
  onChange(draft: OrderDraft): void
}

/** Above this part of what the account is worth, an order is asked for twice. */
const largeShare = 0.25
const parts = [0.1, 0.25, 0.5, 1] as const

/** An order for the symbol that is looked at: what it costs stands there before it is sent. */
export function OrderTicket({ account, symbol, draft, isFresh, onChange }: OrderTicketProps) {
  const { data: quote } = useQuote({ symbol })
  const { place } = usePaperActions(account.id)
  const [confirming, setConfirming] = useState<string>()
  // Kept until the order is placed: sent again after a lost answer, it is still one order.
  const [clientOrderId, setClientOrderId] = useState(newId)
  const order = orderOf(draft, symbol)
  const preview = usePaperPreview(account.id, useDeferredValue(order))
  const { side, type } = draft
  const isConfirming = confirming !== undefined && confirming === JSON.stringify(order)
  const change = (part: Partial<OrderDraft>) => {
    place.reset()
    onChange({ ...draft, ...part })
  }
  const name = displaySymbol(symbol)
  const held = account.positions.find(({ instrument }) => instrument === symbol)
  const last = quote?.last ?? null
  const shown = (price: number) => price.toFixed(priceDecimals(price, quote?.instrument.assetClass))

  function send(event: FormEvent) {
    event.preventDefault()
    if (!order || place.isPending) return
    if (Number(preview.data?.shareOfEquity ?? 0) > largeShare && !isConfirming) {
      setConfirming(JSON.stringify(order))
      return
    }
    setConfirming(undefined)
    place.mutate(
      { ...order, clientOrderId },
      {
        onSuccess: () => {
          setClientOrderId(newId())
          onChange({ ...draft, quantity: '' })
        },
      },
    )
  }

  function fill(part: number) {
    if (side === 'sell' && held)
      return change({ quantity: part === 1 ? held.quantity : partOf(held.quantity, part) })
    const price = Number(readAmount(draft.limitPrice) ?? quote?.ask ?? last ?? 0)
    const isWhole = quote?.instrument.assetClass !== 'crypto' && quote?.instrument.assetClass !== 'fx'
    change({ quantity: quantityFor(Number(account.buyingPower) * part, price, isWhole) })
  }

  return (
    <form
      className="space-y-3 border-b border-line p-4"
      aria-label={`Paper order for ${name}`}
      onSubmit={send}
    >
      <Choice
        legend="Side"
        isSide
        value={side}
        options={[
          ['buy', 'Buy'],
          ['sell', 'Sell'],
        ]}
        onChange={(next) => change({ side: next })}
      />
      <div className="flex gap-2">
        <label className="min-w-0 flex-1">
          <span className="mb-1 block text-[11px] text-faint">Type</span>
          <select
            className="paper-input"
            value={type}
            onChange={(event) => {
              const next = orderTypes.find((known) => known === event.target.value) ?? 'market'
              const price = last === null ? '' : shown(last)
              change({
                type: next,
                limitPrice: wantsLimit({ type: next }) ? draft.limitPrice || price : '',
                stopPrice: wantsStop({ type: next }) ? draft.stopPrice : '',
              })
            }}
          >
            {orderTypes.map((known) => (
              <option key={known} value={known}>
                {typeNames[known]}
              </option>
            ))}
          </select>
        </label>
        <label className="min-w-0 flex-1">
          <span className="mb-1 block text-[11px] text-faint">Good for</span>
          <select
            className="paper-input"
            value={draft.timeInForce}
            onChange={(event) =>
              change({ timeInForce: times.find((known) => known === event.target.value) ?? 'day' })
            }
          >
            {times.map((known) => (
              <option key={known} value={known} disabled={known === 'ioc' && wantsStop(draft)}>
                {timeNames[known]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <AmountField
        label="Quantity"
        unit={name}
        autoFocus={isFresh}
        value={draft.quantity}
        onChange={(quantity) => change({ quantity })}
      />
      <div className="flex gap-1">
        {parts.map((part) => (
          <button
            key={part}
            type="button"
            className="sm-chip h-7! min-w-0 flex-1 px-0! text-[11px]"
            aria-label={`${part === 1 ? 'Max: ' : ''}${part * 100} % of ${side === 'sell' && held ? 'what is held' : 'the buying power'}`}
            onClick={() => fill(part)}
          >
            {part === 1 ? 'Max' : `${part * 100} %`}
          </button>
        ))}
      </div>
      {(wantsStop(draft) || wantsLimit(draft)) && (
        <div className="flex gap-2">
          {wantsStop(draft) && (
            <AmountField
              label="Stop"
              unit={quote?.currency ?? undefined}
              value={draft.stopPrice}
              onChange={(stopPrice) => change({ stopPrice })}
            />
          )}
          {wantsLimit(draft) && (
            <AmountField
              label="Limit"
              unit={quote?.currency ?? undefined}
              value={draft.limitPrice}
              onChange={(limitPrice) => change({ limitPrice })}
            />
          )}
        </div>
      )}
      <TicketPreview preview={order && preview.data} error={preview.error} side={side} />
      {isConfirming && (
        <p role="alert" className="sm-warning text-[12px]">
          This order is {formatDecimal(Number(preview.data?.shareOfEquity ?? 0) * 100, 0)} % of what the
          account is worth. Send it?
        </p>
      )}
      <div className="flex gap-2">
        <button
          type="submit"
          className="sm-button paper-send"
          data-side={side}
          disabled={!order || place.isPending || Boolean(preview.data?.refusal && preview.isFetched)}
        >
          {isConfirming ? 'Yes, ' : ''}
          {side === 'buy' ? 'Buy' : 'Sell'} {order?.quantity ?? ''} {name} on paper
        </button>
        {isConfirming && (
          <button type="button" className="sm-button" onClick={() => setConfirming(undefined)}>
            No
          </button>
        )}
      </div>
      <p role="status" className="min-h-5 text-[12px] text-secondary">
        {place.data && `${orderInWords(place.data)}: ${stateInWords(place.data)}.`}
      </p>
      {place.error && (
        <p role="alert" className="sm-down text-[12px]">
          {place.error.message}
        </p>
      )}
    </form>
  )
}

/** An id that nobody else uses; works on pages without https, too. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
}

/** A part of a quantity, without digits that it did not have. */
function partOf(quantity: string, part: number): string {
  const decimals = quantity.split('.')[1]?.length ?? 0
  const scale = 10 ** decimals
  return (Math.floor(Number(quantity) * part * scale) / scale).toFixed(decimals)
}
