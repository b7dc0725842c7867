import { useEffect, useState } from 'react'
import { useNow } from '../shared/useNow.ts'
import { describeSource, providerOf, type SourceFacts } from './describe-source.ts'

export type SourceBadgeProps = SourceFacts & {
  /** Says the provider beside the state. @default true */
  showProvider?: boolean | undefined
}

/** Says in words where data come from and how fresh they are: `LIVE`, `DELAYED 15 MIN`, `STALE 00:42`, `SIMULATED`, `CLOSED`. */
export function SourceBadge({ showProvider = true, ...facts }: SourceBadgeProps) {
  const isCounting = facts.live?.state === 'stale' || facts.live?.state === 'reconnecting'
  const now = useNow(isCounting ? 1_000 : null)
  const [lostAt, setLostAt] = useState<number>()
  useEffect(() => setLostAt(isCounting ? Date.now() : undefined), [isCounting])
  const { kind, text, sentence } = describeSource({ ...facts, lostAt }, now)
  const provider = providerOf(facts)
  return (
    <span className="sm-badge" data-kind={kind} title={sentence}>
      <span className="sm-badge-dot" aria-hidden="true" />
      <span>{text}</span>
      {showProvider && provider && <span className="sm-badge-provider">{provider}</span>}
      <span className="sm-visually-hidden">{sentence}</span>
    </span>
  )
}
