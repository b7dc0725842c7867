import { formatDecimal } from '@starkmatter/charts/format'
import type { PaperPreview } from './paper-schemas.ts'

type TicketPreviewProps = {
  preview: PaperPreview | undefined
  error: Error | null
  side: 'buy' | 'sell'
}

/** What an order would cost, or why it would be refused. Keeps its place while there is nothing to say. */
export function TicketPreview({ preview, error, side }: TicketPreviewProps) {
  const amount = (text: string | undefined) => formatDecimal(text === undefined ? null : Number(text), 2)
  const facts: readonly (readonly [string, string])[] = [
    [side === 'buy' ? 'Cost, about' : 'Proceeds, about', amount(preview?.value)],
    ['Commission', amount(preview?.commission)],
    ['Buying power after', amount(preview?.buyingPower.after)],
  ]
  const problem = error?.message ?? preview?.refusal?.message
  return (
    <div className="text-[12px]">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between leading-5">
            <dt className="text-secondary">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p aria-live="polite" className="mt-1 min-h-5">
        {problem ? (
          <span className="sm-down">{problem}</span>
        ) : (
          preview &&
          !preview.isOpen && (
            <span className="sm-warning">CLOSED · the order waits for the next session.</span>
          )
        )}
      </p>
    </div>
  )
}
