import { useEffect, useRef, useState } from 'react'

/**
 * Class of a cell whose number just moved: `sm-flash-up` or `sm-flash-down`, with `-again` every other time so that the
 * animation starts anew.
 */
export function useFlash(value: number | null | undefined): string {
  const before = useRef(value)
  const [flash, setFlash] = useState('')
  useEffect(() => {
    const previous = before.current
    before.current = value
    if (typeof value !== 'number' || typeof previous !== 'number' || value === previous) return
    const direction = value > previous ? 'sm-flash-up' : 'sm-flash-down'
    setFlash((last) => (last === direction ? `${direction}-again` : direction))
  }, [value])
  return flash
}
