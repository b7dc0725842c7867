import { formatChange, formatDecimal } from '@starkmatter/charts/format'
import type { PaperAccount } from './paper-schemas.ts'
import { useLivePositions } from './useLivePositions.ts'

/** What the account is worth now, and what it may spend. */
export function AccountSummary({ account }: { account: PaperAccount }) {
  const { settings, cash, buyingPower, simulated, marginCall, positions } = account
  const live = useLivePositions(positions)
  const equity = live.reduce(
    (sum, { value, position }) => sum + (value ?? Number(position.cost)),
    Number(cash),
  )
  const result = equity - Number(settings.cash)
  const change = formatChange(result, 2)
  const percent = formatChange((result / Number(settings.cash)) * 100, 2)
  const facts: readonly (readonly [string, string])[] = [
    ['Buying power', formatDecimal(Number(buyingPower), 2)],
    ['Cash', formatDecimal(Number(cash), 2)],
  ]
  return (
    <div className="border-b border-line px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-[20px] font-semibold">{formatDecimal(equity, 2)}</span>
        <span className="text-[11px] text-secondary">{settings.currency}</span>
        <span className={`sm-${change.direction}`}>
          {change.text} ({percent.text} %)
        </span>
      </div>
      <dl className="mt-1 flex gap-6">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-[11px] text-faint">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {simulated && (
        <p className="sm-warning mt-1 text-[11px]">
          <b className="font-semibold">SIMULATED</b> Some orders filled against made-up quotes.
        </p>
      )}
      {marginCall && (
        <p role="alert" className="sm-down mt-1 text-[12px]">
          What was sold short has risen beyond what the account holds for it: nothing new can be opened.
        </p>
      )}
    </div>
  )
}
