import type { Source, StreamStatus } from '@starkmatter/core'
import { expect, test } from 'vitest'
import { describeSource } from './describe-source.ts'

const source: Source = { provider: 'yahoo', fetchedAt: 0, delayedMs: null, attempts: [] }
const live = (part: Partial<StreamStatus> = {}): StreamStatus => ({
  state: 'live',
  provider: 'gateway',
  simulated: false,
  delayedMs: null,
  lastEventAt: 1_000,
  conflated: 0,
  ...part,
})

test.each([
  ['LIVE', { source, live: live() }],
  ['DELAYED 15 MIN', { source, live: live({ delayedMs: 900_000 }) }],
  ['DELAYED 15 MIN', { source: { ...source, delayedMs: 900_000 } }],
  ['STALE 00:42', { source, live: live({ state: 'stale' }) }],
  ['STALE 00:42', { source, live: live({ state: 'reconnecting', simulated: true }) }],
  ['STALE 00:13', { source, live: live({ state: 'reconnecting', lastEventAt: null }), lostAt: 30_000 }],
  ['SIMULATED', { source, live: live({ simulated: true, delayedMs: 900_000 }) }],
  ['SIMULATED', { source, simulated: true, marketState: 'closed' as const }],
  ['CLOSED · opens 09:30 New York', { source, marketState: 'closed' as const, opensAt: '09:30 New York' }],
  ['POLLED', { source, live: live({ state: 'polling' }) }],
  ['HISTORY', { source }],
  ['HISTORY', { source, live: live({ lastEventAt: null }) }],
])('the badge says %s', (text, facts) => {
  expect(describeSource(facts, 43_000).text).toBe(text)
})

test('the sentence names the provider of the data, not the gateway that passed them on', () => {
  expect(describeSource({ source, live: live() }, 0).sentence).toContain('yahoo')
})
