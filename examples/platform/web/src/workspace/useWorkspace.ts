import { useCallback, useEffect, useState } from 'react'
import {
  fromSearch,
  loadWorkspace,
  storeWorkspace,
  type Theme,
  themes,
  toSearch,
  type Workspace,
} from './workspace.ts'

/** The workspace, kept in the address and in the browser. Changing the symbol or interval is a step of the back button. */
export function useWorkspace() {
  const [workspace, setWorkspace] = useState(() =>
    loadWorkspace(location.search, localStorage, currentTheme()),
  )
  const change = useCallback((part: Partial<Workspace>) => setWorkspace((old) => ({ ...old, ...part })), [])
  const { symbol, interval, theme, palette } = workspace

  useEffect(() => {
    storeWorkspace(workspace, localStorage)
    const search = toSearch(workspace)
    if (search === location.search || !workspace.symbol) return
    const shown = fromSearch(location.search)
    const isStep = shown.symbol !== undefined && (shown.symbol !== symbol || shown.interval !== interval)
    if (isStep) history.pushState(null, '', search)
    else history.replaceState(null, '', search)
  }, [workspace, symbol, interval])

  useEffect(() => {
    const onBack = () => change(fromSearch(location.search))
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [change])

  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.smTheme = theme
    if (palette === 'usual') delete dataset.smPalette
    else dataset.smPalette = palette
  }, [theme, palette])

  return [workspace, change] as const
}

function currentTheme(): Theme {
  const name = document.documentElement.dataset.smTheme
  return themes.find((theme) => theme === name) ?? 'dark'
}
