import { formatCompact, formatDecimal, priceDecimals } from '@starkmatter/charts/format'
import { ChartSkeleton } from '@starkmatter/components/skeleton'
import { useQuote } from '@starkmatter/react'
import { lazy, Suspense } from 'react'
import { useMediaQuery } from './useMediaQuery.ts'

const MarketChart = lazy(async () => ({
  default: (await import('@starkmatter/components/market-chart')).MarketChart,
}))

/** What a very wide screen has room for: the day in numbers, and the same symbol over longer bars. */
export function ContextPanel({ symbol }: { symbol: string }) {
  const isWide = useMediaQuery('(min-width: 2000px)')
  const { data: quote } = useQuote({ symbol: isWide ? symbol : undefined })
  if (!isWide) return null
  const decimals = priceDecimals(quote?.last ?? 1, quote?.instrument.assetClass)
  const price = (value: number | null | undefined) => formatDecimal(value, decimals)
  const facts: readonly (readonly [string, string])[] = [
    ['Open', price(quote?.open)],
    ['High', price(quote?.high)],
    ['Low', price(quote?.low)],
    ['Previous close', price(quote?.previousClose)],
    ['Bid', price(quote?.bid)],
    ['Ask', price(quote?.ask)],
    ['Volume', formatCompact(quote?.volume)],
    ['Currency', quote?.currency ?? '–'],
  ]
  return (
    <aside aria-label="Context" className="flex min-h-0 flex-col border-l border-line bg-surface">
      <dl className="grid grid-cols-4 border-b border-line tabular-nums">
        {facts.map(([name, value]) => (
          <div key={name} className="px-4 py-2">
            <dt className="text-[11px] text-faint">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Suspense fallback={<ChartSkeleton label={symbol} />}>
        <div className="min-h-0 flex-1 border-b border-line">
          <MarketChart symbol={symbol} interval="1w" />
        </div>
        <div className="min-h-0 flex-1">
          <MarketChart symbol={symbol} interval="1mo" />
        </div>
      </Suspense>
    </aside>
  )
}
