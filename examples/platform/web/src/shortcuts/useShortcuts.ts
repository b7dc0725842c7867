import { useEffect } from 'react'

type Shortcuts = {
  onSearch(): void
  onIndicators(): void
  onNews(): void
  onTrade(): void
  onAlerts(): void
  onShortcuts(): void
  onTheme(): void
  /** Something floats over the page and has the keyboard. */
  isBusy: boolean
}

/** Keys of the whole page. They rest while the user types or a sheet is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
      const isPalette = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k'
      if (shortcuts.isBusy || (isTyping && !isPalette)) return
      if (!isPalette && (event.metaKey || event.ctrlKey || event.altKey)) return
      if (isPalette || event.key === '/') shortcuts.onSearch()
      else if (event.key === '?') shortcuts.onShortcuts()
      else if (event.key === 'i') shortcuts.onIndicators()
      else if (event.key === 'n') shortcuts.onNews()
      else if (event.key === 'p') shortcuts.onTrade()
      else if (event.key === 'a') shortcuts.onAlerts()
      else if (event.key === 'd') shortcuts.onTheme()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
