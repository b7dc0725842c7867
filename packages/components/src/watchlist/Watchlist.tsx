import { formatChange, formatDecimal, priceDecimals } from '@starkmatter/charts/format'
import { type QuoteEntry, useQuotes } from '@starkmatter/react'
import { memo } from 'react'
import { CrossIcon } from '../shared/CrossIcon.tsx'
import { displaySymbol } from '../shared/display-symbol.ts'
import { useFlash } from '../shared/useFlash.ts'
import { Skeleton } from '../skeleton/Skeleton.tsx'

export type WatchlistProps = {
  symbols: readonly string[]
  /** The one that is being looked at. */
  selected?: string | undefined
  onSelect(symbol: string): void
  /** Without it rows cannot be removed. */
  onRemove?: ((symbol: string) => void) | undefined
  locale?: string | undefined
}

/** Symbols with their last price and day's change, kept up live. */
export function Watchlist({ symbols, selected, onSelect, onRemove, locale }: WatchlistProps) {
  const quotes = useQuotes({ symbols })
  return (
    <ul className="sm-watchlist">
      {symbols.map((symbol, index) => {
        const entry = quotes[index]
        const last = entry?.quote?.last ?? null
        return (
          <li key={symbol} data-selected={symbol === selected || undefined}>
            <button
              type="button"
              className="sm-watch-row"
              aria-current={symbol === selected ? 'true' : undefined}
              onClick={() => onSelect(symbol)}
            >
              <span className="sm-watch-symbol">
                <b>{entry?.quote?.instrument.symbol ?? displaySymbol(symbol)}</b>
                <small>{entry?.quote?.name ?? note(entry)}</small>
              </span>
              <WatchPrice entry={entry} last={last} locale={locale} />
            </button>
            {onRemove && (
              <button
                type="button"
                className="sm-watch-remove"
                aria-label={`Remove ${displaySymbol(symbol)} from the watchlist`}
                onClick={() => onRemove(symbol)}
              >
                <CrossIcon />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function note(entry: QuoteEntry | undefined): string {
  return entry?.error ? 'no quote here' : ''
}

type WatchPriceProps = { entry: QuoteEntry | undefined; last: number | null; locale: string | undefined }

const WatchPrice = memo(function WatchPrice({ entry, last, locale }: WatchPriceProps) {
  const flash = useFlash(last)
  const quote = entry?.quote
  if (!quote) return entry?.isPending ? <Skeleton width="64px" /> : <span className="sm-watch-price">–</span>
  const percent = formatChange(quote.changePercent, 2, locale)
  return (
    <span className="sm-watch-price">
      <span className={flash}>
        {formatDecimal(last, priceDecimals(last ?? 1, quote.instrument.assetClass), locale)}
      </span>
      {quote.changePercent !== null && <small className={`sm-${percent.direction}`}>{percent.text} %</small>}
    </span>
  )
})
