import type { MarketState, Source, StreamStatus } from '@starkmatter/core'

export type SourceFacts = {
  /** Of the answer that is shown. */
  source?: Source | undefined
  /** Of the feed that keeps it up; `null` or absent without one. */
  live?: StreamStatus | null | undefined
  simulated?: boolean | undefined
  marketState?: MarketState | null | undefined
  /** When the market opens next, for people: `09:30 New York`. */
  opensAt?: string | undefined
  /** When the feed was seen to be silent or lost, ms UTC: counted from where nothing had arrived before. */
  lostAt?: number | undefined
}

export type SourceDescription = {
  kind: 'live' | 'polled' | 'delayed' | 'stale' | 'simulated' | 'closed' | 'waiting' | 'history'
  /** What the badge says. */
  text: string
  /** The same in a sentence. */
  sentence: string
}

const minuteMs = 60_000

/** What a reader must know about where data come from, the most important first. */
export function describeSource(facts: SourceFacts, now: number): SourceDescription {
  const { source, live } = facts
  const from = providerOf(facts)
  const by = from ? ` Source: ${from}.` : ''
  const delayedMs = live?.delayedMs ?? source?.delayedMs ?? null

  if (live?.state === 'stale' || live?.state === 'reconnecting') {
    const silentMs = Math.max(0, now - (live.lastEventAt ?? facts.lostAt ?? now))
    const why = live.error ? ` ${live.error.message}` : ''
    const doing =
      live.state === 'reconnecting'
        ? 'The connection was lost and is being restored.'
        : 'Nothing new has arrived.'
    return { kind: 'stale', text: `STALE ${clock(silentMs)}`, sentence: `${doing}${why}${by}` }
  }
  if (facts.simulated || live?.simulated) {
    return { kind: 'simulated', text: 'SIMULATED', sentence: `A made-up market: no real prices.${by}` }
  }
  if (facts.marketState === 'closed') {
    const opens = facts.opensAt ? ` · opens ${facts.opensAt}` : ''
    return { kind: 'closed', text: `CLOSED${opens}`, sentence: `The market is closed.${by}` }
  }
  if (delayedMs !== null && delayedMs >= minuteMs) {
    const minutes = Math.round(delayedMs / minuteMs)
    return {
      kind: 'delayed',
      text: `DELAYED ${minutes} MIN`,
      sentence: `Prices lag the market by ${minutes} minutes.${by}`,
    }
  }
  // A feed that is open but has brought nothing (yet) makes nothing live: imported data of years ago have such feeds too.
  const hasArrived = typeof live?.lastEventAt === 'number'
  if (live?.state === 'live' && hasArrived)
    return { kind: 'live', text: 'LIVE', sentence: `Prices arrive as they are made.${by}` }
  if (live?.state === 'polling' && hasArrived) {
    return { kind: 'polled', text: 'POLLED', sentence: `Prices are asked for every few seconds.${by}` }
  }
  if (live?.state === 'connecting')
    return { kind: 'waiting', text: 'CONNECTING', sentence: `The live feed is being opened.${by}` }
  return { kind: 'history', text: 'HISTORY', sentence: `Stored prices; nothing live has arrived.${by}` }
}

/** Whose data they are: a gateway between passes on the name of the provider behind it. */
export function providerOf({ source, live }: SourceFacts): string | null {
  return source?.provider ?? live?.provider ?? null
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`
}
