import { useEffect, useState } from 'react'
import { useNow } from '../shared/useNow.ts'
import { explainError } from './explain-error.ts'

export type ErrorNoticeProps = {
  error: Error
  /** Asks again. Without it there is nothing to press. */
  onRetry?: (() => void) | undefined
}

/** Says what happened, what still works and what to do; where asking again may help it counts down and does so. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { title, advice, canRetry, retryInMs } = explainError(error)
  const [since, setSince] = useState({ error, at: Date.now() })
  if (since.error !== error) setSince({ error, at: Date.now() })
  const isCounting = retryInMs !== null && onRetry !== undefined
  const now = useNow(isCounting ? 1_000 : null)
  const secondsLeft = isCounting ? Math.max(0, Math.ceil((since.at + retryInMs - now) / 1_000)) : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: fires once when the count reaches zero
  useEffect(() => {
    if (secondsLeft === 0) onRetry?.()
  }, [secondsLeft])

  return (
    <div className="sm-notice" role="alert">
      <strong className="sm-notice-title">{title}</strong>
      <p>{canRetry && !onRetry ? 'Try again in a while; everything else keeps working.' : advice}</p>
      <p className="sm-notice-detail">{error.message}</p>
      {onRetry && canRetry && (
        <button type="button" className="sm-button" onClick={onRetry}>
          Try again{secondsLeft ? ` (in ${secondsLeft} s)` : ''}
        </button>
      )}
    </div>
  )
}
