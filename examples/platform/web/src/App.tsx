import type { IndicatorChoice } from '@starkmatter/components/indicator-picker'
import { IntervalPicker } from '@starkmatter/components/interval-picker'
import { displaySymbol, PriceHeader } from '@starkmatter/components/price-header'
import { Sheet } from '@starkmatter/components/sheet'
import { ChartSkeleton } from '@starkmatter/components/skeleton'
import { SymbolSearch } from '@starkmatter/components/symbol-search'
import { lazy, Suspense, useMemo, useState } from 'react'
import { FiringToasts } from './alerts/FiringToasts.tsx'
import { useFiringToasts } from './alerts/useFiringToasts.ts'
import { AdjustmentPicker } from './header/AdjustmentPicker.tsx'
import { BottomBar } from './header/BottomBar.tsx'
import { StarIcon } from './header/icons.tsx'
import { TopBar } from './header/TopBar.tsx'
import { ContextPanel } from './panels/ContextPanel.tsx'
import { useMediaQuery } from './panels/useMediaQuery.ts'
import { WatchlistPanel } from './panels/WatchlistPanel.tsx'
import { useTradePanel } from './paper/useTradePanel.ts'
import { useStartSymbols, useUsualAdjustment } from './server/useServerData.ts'
import { ShortcutList } from './shortcuts/ShortcutList.tsx'
import { useShortcuts } from './shortcuts/useShortcuts.ts'
import { canonical } from './workspace/canonical.ts'
import { nextTheme } from './workspace/themes.ts'
import { useDocumentTitle } from './workspace/useDocumentTitle.ts'
import { useWorkspace } from './workspace/useWorkspace.ts'

const MarketChart = lazy(async () => ({
  default: (await import('@starkmatter/components/market-chart')).MarketChart,
}))
const IndicatorPicker = lazy(async () => ({
  default: (await import('@starkmatter/components/indicator-picker')).IndicatorPicker,
}))

const NewsPanel = lazy(async () => ({ default: (await import('./panels/NewsPanel.tsx')).NewsPanel }))

const AlertsPanel = lazy(async () => ({ default: (await import('./alerts/AlertsPanel.tsx')).AlertsPanel }))

const ReportPanel = lazy(async () => ({ default: (await import('./panels/ReportPanel.tsx')).ReportPanel }))

const AccountSheet = lazy(async () => ({
  default: (await import('./account/AccountSheet.tsx')).AccountSheet,
}))

const TradePanel = lazy(async () => ({ default: (await import('./paper/TradePanel.tsx')).TradePanel }))

const none: readonly string[] = []

export type OpenSheet =
  | 'search'
  | 'indicators'
  | 'news'
  | 'alerts'
  | 'watchlist'
  | 'shortcuts'
  | 'trade'
  | 'account'
  | null

/** The reference platform's page: one symbol's chart, and a watchlist beside it. */
export function App() {
  const [workspace, change] = useWorkspace()
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const start = useStartSymbols()
  const listed = workspace.watchlist ?? start ?? none
  const watchlist = useMemo(() => listed.map(canonical), [listed])
  const symbol = workspace.symbol === null ? watchlist[0] : canonical(workspace.symbol)
  const { interval, indicators, adjustment, theme } = workspace
  const usual = useUsualAdjustment(symbol)
  const shown = adjustment ?? usual
  useDocumentTitle(symbol)
  const hasRoom = useMediaQuery('(min-width: 1024px)')
  const [isTrading, setTrading] = useTradePanel()
  const [isFresh, setFresh] = useState(false)
  const open = (next: OpenSheet) => {
    setFresh(next === 'trade')
    if (next === 'trade' && hasRoom) setTrading(!isTrading)
    else setSheet(next)
  }
  useShortcuts({
    onSearch: () => setSheet('search'),
    onIndicators: () => setSheet('indicators'),
    onNews: () => setSheet('news'),
    onTrade: () => open('trade'),
    onAlerts: () => setSheet('alerts'),
    onShortcuts: () => setSheet('shortcuts'),
    onTheme: () => change({ theme: nextTheme(theme) }),
    isBusy: sheet !== null,
  })

  const { toasts, dismiss, dismissAll } = useFiringToasts()
  const close = () => setSheet(null)
  const select = (next: string) => {
    change({ symbol: next })
    close()
  }
  const isWatched = symbol !== undefined && watchlist.includes(symbol)
  const toggleWatched = () => {
    if (!symbol) return
    change({ watchlist: isWatched ? watchlist.filter((entry) => entry !== symbol) : [...watchlist, symbol] })
  }
  const list = (
    <WatchlistPanel
      symbols={watchlist}
      selected={symbol}
      isLoading={start === undefined && workspace.watchlist === null}
      onSelect={select}
      onRemove={(removed) => change({ watchlist: watchlist.filter((entry) => entry !== removed) })}
      onSearch={() => setSheet('search')}
    />
  )

  const adjustmentPicker = (
    <AdjustmentPicker value={adjustment} onChange={(next) => change({ adjustment: next })} />
  )

  return (
    <div className="grid h-full grid-rows-[auto_1fr_auto] md:grid-rows-[auto_1fr]">
      <TopBar workspace={workspace} change={change} open={open} isTrading={isTrading && hasRoom} />
      <div
        className={`grid min-h-0 md:grid-cols-[264px_1fr] ${
          isTrading
            ? 'lg:grid-cols-[264px_1fr_320px] ultra:grid-cols-[300px_1fr_360px_560px]'
            : 'ultra:grid-cols-[300px_1fr_560px]'
        }`}
      >
        <aside
          aria-label="Watchlist"
          className="hidden min-h-0 flex-col border-r border-line bg-surface md:flex"
        >
          {list}
        </aside>
        <main className="flex min-h-0 min-w-0 flex-col bg-surface">
          {symbol && (
            <>
              <div className="border-b border-line">
                <PriceHeader symbol={symbol}>
                  <button
                    type="button"
                    className="sm-icon-button"
                    aria-pressed={isWatched}
                    aria-label={
                      isWatched
                        ? `Remove ${displaySymbol(symbol)} from the watchlist`
                        : `Add ${displaySymbol(symbol)} to the watchlist`
                    }
                    onClick={toggleWatched}
                  >
                    <StarIcon isFilled={isWatched} />
                  </button>
                </PriceHeader>
              </div>
              <div className="flex items-center overflow-x-auto border-b border-line px-2 lg:hidden">
                <span className="md:hidden">
                  <IntervalPicker value={interval} onChange={(next) => change({ interval: next })} />
                </span>
                <span className="hidden md:block">{adjustmentPicker}</span>
              </div>
              <div className="min-h-0 flex-1">
                <Suspense fallback={<ChartSkeleton label={symbol} />}>
                  {shown === undefined ? (
                    <ChartSkeleton label={symbol} />
                  ) : (
                    <MarketChart {...{ symbol, interval, indicators }} adjustment={shown ?? undefined} />
                  )}
                </Suspense>
              </div>
            </>
          )}
        </main>
        {symbol && isTrading && hasRoom && (
          <aside aria-label="Trade" className="min-h-0 overflow-y-auto border-l border-line bg-surface">
            <Suspense fallback={null}>
              <TradePanel symbol={symbol} onSelect={select} isFresh={isFresh} />
            </Suspense>
          </aside>
        )}
        {symbol && <ContextPanel symbol={symbol} />}
      </div>
      <BottomBar open={open} />

      <Sheet isOpen={sheet === 'search'} onClose={close} title="Search symbols" isTitleHidden>
        <SymbolSearch
          autoFocus
          onSelect={({ instrument }) => select(instrument.id)}
          suggestions={watchlist.slice(0, 8)}
          onSuggestion={select}
        />
      </Sheet>
      <Sheet isOpen={sheet === 'indicators'} onClose={close} title="Indicators">
        {/* On a phone the bar above the chart has room for the intervals alone. */}
        <div className="border-b border-line px-1 pb-3 md:hidden">{adjustmentPicker}</div>
        <Suspense fallback={null}>
          <IndicatorPicker
            value={indicators}
            onChange={(next: readonly IndicatorChoice[]) => change({ indicators: next })}
          />
        </Suspense>
      </Sheet>
      <Sheet isOpen={sheet === 'news'} onClose={close} title={`News on ${displaySymbol(symbol ?? '')}`}>
        {symbol && (
          <Suspense fallback={null}>
            <NewsPanel symbol={symbol} />
            <div className="-mx-4 mt-2 border-t border-line" />
            <ReportPanel symbol={symbol} />
          </Suspense>
        )}
      </Sheet>
      <Sheet isOpen={sheet === 'trade'} onClose={close} title={`Trade ${displaySymbol(symbol ?? '')}`}>
        {symbol && (
          <div className="-mx-4 -mb-4">
            <Suspense fallback={null}>
              <TradePanel symbol={symbol} onSelect={(next) => change({ symbol: next })} />
            </Suspense>
          </div>
        )}
      </Sheet>
      <Sheet isOpen={sheet === 'alerts'} onClose={close} title="Alerts">
        {symbol && (
          <Suspense fallback={null}>
            <AlertsPanel {...{ symbol, interval, indicators }} />
          </Suspense>
        )}
      </Sheet>
      <Sheet isOpen={sheet === 'watchlist'} onClose={close} title="Watchlist" isTitleHidden>
        {list}
      </Sheet>
      <Sheet isOpen={sheet === 'account'} onClose={close} title="Account">
        <Suspense fallback={null}>
          <AccountSheet />
        </Suspense>
      </Sheet>
      <Sheet isOpen={sheet === 'shortcuts'} onClose={close} title="Keyboard">
        <ShortcutList />
      </Sheet>
      <FiringToasts
        toasts={toasts}
        onDismiss={dismiss}
        onShow={({ instrument }) => {
          dismissAll()
          select(instrument)
        }}
      />
    </div>
  )
}
