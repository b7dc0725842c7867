import { formatChange, formatDecimal } from '@starkmatter/charts/format'
import { useState } from 'react'
import { EquityCurve } from './EquityCurve.tsx'
import type { PaperAccount, PaperPerformance } from './paper-schemas.ts'
import { usePaperActions, usePaperPerformance } from './usePaper.ts'

/** How the account has done: its equity over time and what the figures say, and the way to begin again. */
export function Results({ account }: { account: PaperAccount }) {
  const { data } = usePaperPerformance(account.id)
  const { reset } = usePaperActions(account.id)
  const [isAsking, setAsking] = useState(false)
  return (
    <section aria-label="Results" className="pb-4">
      <h2 className="paper-head">Results</h2>
      {data && (
        <>
          <EquityCurve performance={data} currency={account.settings.currency} />
          <dl className="grid grid-cols-2 gap-x-6 px-4 text-[12px]">
            {factsOf(data).map(([name, value, title]) => (
              <div key={name} className="flex justify-between leading-6" title={title}>
                <dt className="text-secondary">{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <div className="flex flex-wrap items-center gap-2 px-4 pt-3">
        {isAsking ? (
          <>
            <p className="w-full text-[12px]">
              Positions and orders are given up, and the account begins again.
            </p>
            <button
              type="button"
              className="sm-button"
              onClick={() => reset.mutate(undefined, { onSettled: () => setAsking(false) })}
            >
              Begin again
            </button>
            <button type="button" className="sm-icon-button" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button type="button" className="sm-icon-button -ml-2 text-[12px]" onClick={() => setAsking(true)}>
            Reset the account
          </button>
        )}
        {reset.error && (
          <p role="alert" className="sm-down text-[12px]">
            {reset.error.message}
          </p>
        )}
      </div>
    </section>
  )
}

function factsOf(of: PaperPerformance): readonly (readonly [name: string, value: string, title: string])[] {
  const percent = (part: string | null) => (part === null ? '–' : `${formatDecimal(Number(part) * 100, 1)} %`)
  const money = (text: string) => formatChange(Number(text), 2).text
  return [
    [
      'Return',
      `${formatChange(Number(of.totalReturn) * 100, 2).text} %`,
      'Equity against the cash it began with',
    ],
    ['Drawdown', percent(of.maxDrawdown), 'The largest fall from a peak before it'],
    ['Realised', money(of.realised), 'Of what was sold, before fees'],
    ['Fees', formatDecimal(Number(of.fees), 2), 'Commissions'],
    ['Round trips', String(of.trips), 'From nothing held to a position and back'],
    ['Win rate', percent(of.winRate), 'Round trips that won after fees'],
    [
      'Profit factor',
      of.profitFactor === null ? '–' : formatDecimal(Number(of.profitFactor), 2),
      'Won ÷ lost',
    ],
    ['Exposure', percent(of.exposure), 'What is held, as a part of the equity'],
  ]
}
