import { useState } from 'react'

const storageKey = 'starkmatter.trade'

/** Whether the trade panel stands beside the chart; a reload keeps it. */
export function useTradePanel() {
  const [isOpen, setOpen] = useState(read)
  const change = (next: boolean) => {
    setOpen(next)
    try {
      localStorage.setItem(storageKey, next ? 'open' : 'closed')
    } catch {
      // Private windows refuse; the panel works all the same.
    }
  }
  return [isOpen, change] as const
}

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'open'
  } catch {
    return false
  }
}
