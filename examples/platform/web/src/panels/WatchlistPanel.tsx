import { Skeleton } from '@starkmatter/components/skeleton'
import { Watchlist } from '@starkmatter/components/watchlist'
import { PlusIcon } from '../header/icons.tsx'

type WatchlistPanelProps = {
  symbols: readonly string[]
  selected: string | undefined
  isLoading: boolean
  onSelect(symbol: string): void
  onRemove(symbol: string): void
  onSearch(): void
}

/** The symbols that the user follows. */
export function WatchlistPanel({ symbols, selected, isLoading, ...on }: WatchlistPanelProps) {
  return (
    <>
      <div className="flex h-10 flex-none items-center justify-between border-b border-line pr-2 pl-4">
        <h2 className="font-semibold">Watchlist</h2>
        <button type="button" className="sm-icon-button" aria-label="Add a symbol" onClick={on.onSearch}>
          <PlusIcon />
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {isLoading && (
          <div className="space-y-7 p-4">
            <Skeleton />
            <Skeleton />
            <Skeleton />
          </div>
        )}
        {!isLoading && symbols.length === 0 && (
          <div className="p-4 text-secondary">
            <p className="mb-3">Symbols that you follow stand here, with their price and the day’s change.</p>
            <button type="button" className="sm-button" onClick={on.onSearch}>
              Search for a symbol
            </button>
          </div>
        )}
        <Watchlist symbols={symbols} selected={selected} onSelect={on.onSelect} onRemove={on.onRemove} />
      </div>
    </>
  )
}
