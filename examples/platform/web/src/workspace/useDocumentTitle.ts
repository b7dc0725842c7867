import { formatDecimal, priceDecimals } from '@starkmatter/charts/format'
import { displaySymbol } from '@starkmatter/components/price-header'
import { useQuote } from '@starkmatter/react'
import { useEffect } from 'react'

/** Puts the symbol and its last price where a tab among many shows them. */
export function useDocumentTitle(symbol: string | undefined): void {
  const { data } = useQuote({ symbol })
  const price =
    data?.last === undefined || data.last === null
      ? ''
      : formatDecimal(data.last, priceDecimals(data.last, data.instrument.assetClass))
  const name = data?.instrument.symbol ?? (symbol && displaySymbol(symbol))
  useEffect(() => {
    document.title = name ? `${name} ${price} · StarkMatter`.replace('  ', ' ') : 'StarkMatter'
  }, [name, price])
}
