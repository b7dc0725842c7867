import { type ReactNode, useEffect } from 'react'
import { SignIn } from './SignIn.tsx'
import { session, useSession } from './useSession.ts'

/** Lets the page begin once it is known who is here, or that nobody has to say. */
export function Gate({ children }: { children: ReactNode }) {
  const state = useSession()
  useEffect(() => {
    if (session.state !== undefined) return
    let again: ReturnType<typeof setTimeout> | undefined
    // A server that is starting, or away for a moment, is asked again.
    const ask = () => {
      session.start().catch(() => {
        again = setTimeout(ask, 2_000)
      })
    }
    ask()
    return () => clearTimeout(again)
  }, [])
  if (state === undefined) return null
  if (state === null) return <SignIn />
  return children
}
