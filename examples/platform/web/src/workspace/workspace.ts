import type { IndicatorChoice } from '@starkmatter/components/indicator-picker'
import { type Adjustment, type Interval, isInterval } from '@starkmatter/core'
import { formatIndicators, parseIndicators } from './indicator-text.ts'

export const themes = ['dark', 'light', 'contrast'] as const
export type Theme = (typeof themes)[number]

export const adjustments = ['raw', 'splits', 'splits+dividends'] as const satisfies readonly Adjustment[]
export type Palette = 'usual' | 'colour-blind'

/** What a reload keeps. */
export type Workspace = {
  /** `null` until the user or the server's data have named one. */
  symbol: string | null
  interval: Interval
  indicators: readonly IndicatorChoice[]
  /** `null` for what the data come with. */
  adjustment: Adjustment | null
  theme: Theme
  palette: Palette
  /** `null` while the user has not changed the one that the server's data suggest. */
  watchlist: readonly string[] | null
}

const storageKey = 'starkmatter.workspace'

const initial: Workspace = {
  symbol: null,
  interval: '1d',
  indicators: parseIndicators('SMA(period=50),EMA(period=20),BBANDS(period=20),RSI(),MACD()'),
  adjustment: null,
  theme: 'dark',
  palette: 'usual',
  watchlist: null,
}

/** The workspace as it was left; what the address says wins, so that a link shows what its sender saw. */
export function loadWorkspace(search: string, storage: Pick<Storage, 'getItem'>, theme: Theme): Workspace {
  const stored = readStored(storage)
  return { ...initial, theme, ...stored, ...fromSearch(search) }
}

/** Keeps a workspace for the next visit. Full or blocked storage only means that it is not kept. */
export function storeWorkspace(workspace: Workspace, storage: Pick<Storage, 'setItem'>): void {
  const { indicators, ...rest } = workspace
  try {
    storage.setItem(storageKey, JSON.stringify({ ...rest, indicators: formatIndicators(indicators) }))
  } catch {
    // Private windows refuse; the address still carries the view.
  }
}

/** The part of a workspace that an address carries: what is shown, and not how it looks. */
export function toSearch({ symbol, interval, indicators, adjustment }: Workspace): string {
  const parameters = new URLSearchParams()
  if (symbol) parameters.set('symbol', symbol)
  parameters.set('interval', interval)
  parameters.set('indicators', formatIndicators(indicators))
  if (adjustment) parameters.set('adjustment', adjustment)
  // Commas, brackets and the like are legal in a query and far easier to read as they are.
  return `?${parameters.toString().replace(/%(2C|28|29|3D|3A|40|2F)/g, (code) => decodeURIComponent(code))}`
}

export function fromSearch(search: string): Partial<Workspace> {
  const parameters = new URLSearchParams(search)
  const symbol = parameters.get('symbol')?.trim()
  const interval = parameters.get('interval') ?? ''
  const indicators = parameters.get('indicators')
  const adjustment = adjustments.find((known) => known === parameters.get('adjustment'))
  return {
    ...(symbol && { symbol }),
    ...(isInterval(interval) && { interval }),
    ...(indicators !== null && { indicators: parseIndicators(indicators) }),
    ...(adjustment && { adjustment }),
  }
}

function readStored(storage: Pick<Storage, 'getItem'>): Partial<Workspace> {
  let value: unknown
  try {
    value = JSON.parse(storage.getItem(storageKey) ?? 'null')
  } catch {
    return {}
  }
  if (typeof value !== 'object' || value === null) return {}
  const { symbol, interval, indicators, adjustment, theme, palette, watchlist } = value as Record<
    string,
    unknown
  >
  const known = themes.find((candidate) => candidate === theme)
  const adjusted = adjustments.find((candidate) => candidate === adjustment)
  return {
    ...(typeof symbol === 'string' && { symbol }),
    ...(typeof interval === 'string' && isInterval(interval) && { interval }),
    ...(typeof indicators === 'string' && { indicators: parseIndicators(indicators) }),
    ...(adjusted && { adjustment: adjusted }),
    ...(known && { theme: known }),
    ...(palette === 'colour-blind' && { palette }),
    ...(Array.isArray(watchlist) && { watchlist: watchlist.filter((entry) => typeof entry === 'string') }),
  }
}
