import { useState } from 'react'
import { readAmount } from './order-draft.ts'
import { useOpenPaperAccount } from './usePaper.ts'

/** The first step: an account to practise with. */
export function OpenAccount() {
  const [cash, setCash] = useState('100,000')
  const open = useOpenPaperAccount()
  const amount = readAmount(cash)
  return (
    <form
      className="space-y-3 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (amount !== undefined) open.mutate({ cash: amount })
      }}
    >
      <p className="text-secondary">
        Place orders that fill against the quotes you see, and watch what becomes of them.
      </p>
      <label className="block">
        <span className="mb-1 block text-[11px] text-faint">Cash to begin with, in USD</span>
        <input
          className="paper-input"
          inputMode="decimal"
          value={cash}
          aria-invalid={amount === undefined}
          onChange={(event) => setCash(event.target.value)}
        />
      </label>
      <button type="submit" className="sm-button w-full" disabled={amount === undefined || open.isPending}>
        Open a paper account
      </button>
      {open.error && (
        <p role="alert" className="sm-down">
          {open.error.message}
        </p>
      )}
    </form>
  )
}
