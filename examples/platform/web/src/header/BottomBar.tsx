import type { OpenSheet } from '../App.tsx'
import { IndicatorIcon, ListIcon, NewsIcon, SearchIcon, TradeIcon } from './icons.tsx'

const entries = [
  ['watchlist', 'Watchlist', ListIcon],
  ['search', 'Search', SearchIcon],
  ['indicators', 'Indicators', IndicatorIcon],
  ['news', 'News', NewsIcon],
  ['trade', 'Trade', TradeIcon],
] as const

/** The phone's way to everything that has a panel of its own on wider screens. */
export function BottomBar({ open }: { open(sheet: OpenSheet): void }) {
  return (
    <nav
      aria-label="Panels"
      className="grid grid-cols-5 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {entries.map(([sheet, label, Icon]) => (
        <button
          key={sheet}
          type="button"
          className="flex h-14 flex-col items-center justify-center gap-0.5 text-[11px] text-secondary"
          onClick={() => open(sheet)}
        >
          <Icon />
          {label}
        </button>
      ))}
    </nav>
  )
}
