import { IntervalPicker } from '@starkmatter/components/interval-picker'
import type { OpenSheet } from '../App.tsx'
import { AccountButton } from '../account/AccountButton.tsx'
import { AlertBell } from '../alerts/AlertBell.tsx'
import { nextTheme, themeNames } from '../workspace/themes.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { AdjustmentPicker } from './AdjustmentPicker.tsx'
import {
  IndicatorIcon,
  KeyboardIcon,
  Mark,
  NewsIcon,
  PaletteIcon,
  SearchIcon,
  ThemeIcon,
  TradeIcon,
} from './icons.tsx'

type TopBarProps = {
  workspace: Workspace
  change(part: Partial<Workspace>): void
  open(sheet: OpenSheet): void
  /** The trade panel stands beside the chart. */
  isTrading: boolean
}

/** Search, bar length, indicators and looks. On a phone only what does not fit at the bottom. */
export function TopBar({ workspace, change, open, isTrading }: TopBarProps) {
  const { interval, indicators, adjustment, theme, palette } = workspace
  const isColourBlind = palette === 'colour-blind'
  return (
    <header className="flex h-12 items-center gap-1 border-b border-line bg-surface pr-2 pl-4 md:gap-2">
      <span className="flex items-center gap-2 text-[15px] font-semibold md:w-[240px]">
        <Mark /> StarkMatter
      </span>
      <button
        type="button"
        className="hidden h-8 w-56 items-center gap-2 rounded-md border border-line bg-background px-3 text-secondary hover:border-line-strong md:flex"
        onClick={() => open('search')}
      >
        <SearchIcon /> <span className="flex-1 text-left">Search symbols</span>
        <kbd className="rounded border border-line px-1.5 text-[11px] leading-4 text-faint">/</kbd>
      </button>
      <div className="ml-2 hidden md:block">
        <IntervalPicker value={interval} onChange={(next) => change({ interval: next })} />
      </div>
      <button
        type="button"
        className="sm-icon-button hidden! md:inline-flex!"
        onClick={() => open('indicators')}
      >
        <IndicatorIcon /> Indicators <span className="text-faint">{indicators.length}</span>
      </button>
      <button type="button" className="sm-icon-button hidden! md:inline-flex!" onClick={() => open('news')}>
        <NewsIcon /> News
      </button>
      <button
        type="button"
        className={`sm-icon-button hidden! md:inline-flex! ${isTrading ? 'text-accent!' : ''}`}
        aria-pressed={isTrading}
        onClick={() => open('trade')}
      >
        <TradeIcon /> Trade
      </button>
      <span className="hidden lg:block">
        <AdjustmentPicker value={adjustment} onChange={(next) => change({ adjustment: next })} />
      </span>
      <span className="flex-1" />
      <AlertBell onOpen={() => open('alerts')} />
      <button
        type="button"
        className="sm-icon-button"
        aria-label="Colours for colour-blind eyes"
        aria-pressed={isColourBlind}
        title={`Colours: ${isColourBlind ? 'blue and orange' : 'green and red'}`}
        onClick={() => change({ palette: isColourBlind ? 'usual' : 'colour-blind' })}
      >
        <PaletteIcon />
      </button>
      <button
        type="button"
        className="sm-icon-button"
        aria-label={`Theme: ${themeNames[theme]}. Change to ${themeNames[nextTheme(theme)]}`}
        title={`Theme: ${themeNames[theme]}`}
        onClick={() => change({ theme: nextTheme(theme) })}
      >
        <ThemeIcon />
      </button>
      <button
        type="button"
        className="sm-icon-button hidden! md:inline-flex!"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={() => open('shortcuts')}
      >
        <KeyboardIcon />
      </button>
      <AccountButton onClick={() => open('account')} />
    </header>
  )
}
