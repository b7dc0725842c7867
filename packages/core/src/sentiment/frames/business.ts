import type { Token } from '../text/token.ts'

const businessKinds = new Set([
  'business',
  'contract',
  'acquire',
  'rating',
  'regulator',
  'facility',
  'expected',
])
const moods = new Set(['trouble', 'risk', 'mood', 'growth'])

/** What brings business into a text: a name, an amount, a contract, a metric that is no mood. */
export function isBusiness(token: Token): boolean {
  const { kind, entry, unit } = token
  if (kind === 'cashtag' || kind === 'name' || unit !== '') return true
  return businessKinds.has(entry.modifier) || (entry.metric !== 0 && !moods.has(entry.metricName))
}
