import { formatChange, formatDecimal, priceDecimals } from '@starkmatter/charts/format'
import type { Quote } from '@starkmatter/core'
import { useQuote } from '@starkmatter/react'
import type { ReactNode } from 'react'
import { displaySymbol } from '../shared/display-symbol.ts'
import { useFlash } from '../shared/useFlash.ts'
import { Skeleton } from '../skeleton/Skeleton.tsx'
import { SourceBadge } from '../source-badge/SourceBadge.tsx'

export type PriceHeaderProps = {
  symbol: string
  /** Shown until the quote brings a name of its own. */
  name?: string | undefined
  locale?: string | undefined
  /** Stands at the end of the line: buttons. */
  children?: ReactNode
}

/** One instrument's name, last price and day's change, and where they come from. */
export function PriceHeader({ symbol, name, locale, children }: PriceHeaderProps) {
  const { data: quote, error, isPending, live } = useQuote({ symbol })
  return (
    <div className={`sm-price-header ${quote?.simulated ? 'sm-hatched' : ''}`}>
      <div className="sm-price-name">
        <h1>{quote?.instrument.symbol ?? displaySymbol(symbol)}</h1>
        <span>{quote?.name ?? name ?? ''}</span>
      </div>
      {quote && <Price quote={quote} locale={locale} />}
      {isPending && !quote && <Skeleton width="160px" height="28px" />}
      {error && !quote && (
        <span className="sm-secondary" title={error.message}>
          No quote for this symbol
        </span>
      )}
      {quote && (
        <SourceBadge
          source={quote.source}
          live={live}
          simulated={quote.simulated}
          marketState={quote.marketState}
        />
      )}
      {children && <div className="sm-price-actions">{children}</div>}
    </div>
  )
}

function Price({ quote, locale }: { quote: Quote; locale: string | undefined }) {
  const { last, change, changePercent, currency } = quote
  const flash = useFlash(last)
  const decimals = priceDecimals(last ?? 1, quote.instrument.assetClass)
  const shown = formatChange(change, decimals, locale)
  return (
    <div className="sm-price">
      <span className={`sm-price-last ${flash}`}>{formatDecimal(last, decimals, locale)}</span>
      {currency && <span className="sm-price-unit">{currency}</span>}
      {change !== null && (
        <span className={`sm-price-change sm-${shown.direction}`}>
          {shown.direction !== 'flat' && (
            <span aria-hidden="true">{shown.direction === 'down' ? '▼ ' : '▲ '}</span>
          )}
          {shown.text}
          {changePercent !== null && ` (${formatChange(changePercent, 2, locale).text} %)`}
        </span>
      )}
    </div>
  )
}
