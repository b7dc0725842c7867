import { ErrorNotice } from '@starkmatter/components/error-notice'
import { Skeleton } from '@starkmatter/components/skeleton'
import { useState } from 'react'
import { AccountSummary } from './AccountSummary.tsx'
import { OpenAccount } from './OpenAccount.tsx'
import { OrderList } from './OrderList.tsx'
import { OrderTicket } from './OrderTicket.tsx'
import { emptyDraft, type OrderDraft } from './order-draft.ts'
import { PositionList } from './PositionList.tsx'
import type { PaperAccount } from './paper-schemas.ts'
import { Results } from './Results.tsx'
import { useFollowPaper, usePaperAccount } from './usePaper.ts'

type TradePanelProps = {
  symbol: string
  onSelect(symbol: string): void
  /** The user has just opened it: the keyboard goes to the ticket. */
  isFresh?: boolean
}

/** Orders without money: a ticket for the symbol that is looked at, what is held, what is open, and what came of it. */
export function TradePanel({ symbol, onSelect, isFresh = false }: TradePanelProps) {
  const { account, isPending, error, refetch } = usePaperAccount()
  return (
    <section aria-label="Paper trading" className="tabular-nums">
      <p className="flex items-baseline gap-2 border-b border-line px-4 pt-3 pb-2">
        <b className="paper-badge">PAPER</b>
        <span className="text-[12px] text-secondary">Practice orders. No money is at stake.</span>
      </p>
      {isPending && (
        <div className="space-y-4 p-4">
          <Skeleton />
          <Skeleton />
          <Skeleton />
        </div>
      )}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!isPending && !error && !account && <OpenAccount />}
      {account && <Desk key={account.id} {...{ account, symbol, onSelect, isFresh }} />}
    </section>
  )
}

function Desk({ account, symbol, onSelect, isFresh }: TradePanelProps & { account: PaperAccount }) {
  const [draft, setDraft] = useState<OrderDraft>(emptyDraft)
  // Prices belong to one symbol: they do not come along to another.
  const [draftOf, setDraftOf] = useState(symbol)
  if (draftOf !== symbol) {
    setDraftOf(symbol)
    setDraft({ ...draft, quantity: '', limitPrice: '', stopPrice: '' })
  }
  useFollowPaper(account.id, account.sequence)
  return (
    <>
      <AccountSummary account={account} />
      <OrderTicket {...{ account, symbol, draft, isFresh }} onChange={setDraft} />
      <PositionList
        positions={account.positions}
        currency={account.settings.currency}
        onSelect={onSelect}
        onClose={({ instrument, quantity }) => {
          onSelect(instrument)
          setDraftOf(instrument)
          const isShort = quantity.startsWith('-')
          setDraft({ ...emptyDraft, side: isShort ? 'buy' : 'sell', quantity: quantity.replace('-', '') })
        }}
      />
      <OrderList account={account.id} onSelect={onSelect} />
      <Results account={account} />
    </>
  )
}
