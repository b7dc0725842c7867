import type { Secrets, SecretValues } from './secrets.ts'

export type WatchSecretsOptions = {
  /** How often to look, in milliseconds. @default 60000 */
  everyMs?: number | undefined
  /** Told when a look failed; the next one is made all the same. @default silent */
  onFailure?: ((error: unknown) => void) | undefined
}

/**
 * Looks at secrets again and again, and tells the names of those that are no longer what `known` says, with their new values. A source
 * that cannot be read changes nothing. Answers how to stop.
 *
 * @example
 * const stop = watchSecrets(secrets, await secrets.read(names), (changed) => console.log(Object.keys(changed)))
 */
export function watchSecrets(
  secrets: Secrets,
  known: SecretValues,
  onChange: (changed: SecretValues) => void,
  { everyMs = 60_000, onFailure }: WatchSecretsOptions = {},
): () => void {
  const stopping = new AbortController()
  let last = known
  let timer: NodeJS.Timeout
  const later = () => {
    // A process does not stay for it.
    timer = setTimeout(look, everyMs).unref()
  }
  const look = async () => {
    try {
      const now = await secrets.read(Object.keys(known), { signal: stopping.signal })
      if (stopping.signal.aborted) return
      const changed = Object.entries(now).filter(([name, value]) => last[name] !== value)
      last = { ...last, ...now }
      if (changed.length > 0) onChange(Object.fromEntries(changed))
    } catch (error) {
      if (!stopping.signal.aborted) onFailure?.(error)
    }
    if (!stopping.signal.aborted) later()
  }
  later()
  return () => {
    stopping.abort()
    clearTimeout(timer)
  }
}
