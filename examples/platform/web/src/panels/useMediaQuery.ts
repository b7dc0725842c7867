import { useSyncExternalStore } from 'react'

/** Whether a media query matches now. */
export function useMediaQuery(text: string): boolean {
  const query = matchMedia(text)
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
    () => false,
  )
}
