import { formatChange, formatDecimal, priceDecimals } from '@starkmatter/charts/format'
import { displaySymbol } from '@starkmatter/components/price-header'
import type { PaperPosition } from './paper-schemas.ts'
import { type LivePosition, useLivePositions } from './useLivePositions.ts'

type PositionListProps = {
  positions: readonly PaperPosition[]
  currency: string
  onSelect(symbol: string): void
  /** The user wants to be rid of one: the ticket is made ready for it. */
  onClose(position: PaperPosition): void
}

/** What is held, with its result at this moment. */
export function PositionList({ positions, currency, onSelect, onClose }: PositionListProps) {
  const live = useLivePositions(positions)
  return (
    <section className="border-b border-line" aria-label="Positions">
      <h2 className="paper-head">
        Positions <small>result in {currency}</small>
      </h2>
      {live.length === 0 && (
        <p className="px-4 pb-3 text-secondary">Nothing is held. What you buy stands here.</p>
      )}
      <ul>
        {live.map((entry) => (
          <Position key={entry.position.instrument} entry={entry} onSelect={onSelect} onClose={onClose} />
        ))}
      </ul>
    </section>
  )
}

type PositionProps = Pick<PositionListProps, 'onSelect' | 'onClose'> & { entry: LivePosition }

function Position({ entry: { position, price, result }, onSelect, onClose }: PositionProps) {
  const { instrument, quantity, averagePrice, cost } = position
  const name = displaySymbol(instrument)
  const change = formatChange(result, 2)
  const percent = formatChange(result === null ? null : (result / Math.abs(Number(cost))) * 100, 2)
  const shown = (value: number | null) => formatDecimal(value, priceDecimals(value ?? 1))
  return (
    <li className="paper-row">
      <button type="button" className="paper-row-name" onClick={() => onSelect(instrument)}>
        <b>{name}</b>
        <small>
          {quantity.replace('-', '−')} × {shown(Number(averagePrice))}
        </small>
      </button>
      <span className="text-right">
        <span className={`sm-${change.direction}`}>{change.text}</span>
        <small>
          {percent.text} % · {shown(price)}
        </small>
      </span>
      <button
        type="button"
        className="sm-icon-button text-[12px]"
        aria-label={`Close the position in ${name}`}
        onClick={() => onClose(position)}
      >
        Close
      </button>
    </li>
  )
}
