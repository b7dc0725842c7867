import { type Instrument, offsetInZone } from '../../market/index.ts'

const candidates = [
  'UTC',
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Tokyo',
  'Asia/Hong_Kong',
  'America/Chicago',
  'Asia/Kolkata',
  'Australia/Sydney',
  'America/Toronto',
  'Africa/Johannesburg',
  'Europe/Helsinki',
  'America/Sao_Paulo',
  'Asia/Seoul',
  'Asia/Shanghai',
  'Asia/Singapore',
]

/** An offset that a file states, and an instant at which it does. */
export type SeenOffset = { offset: number; time: number }

/** The zone that shows all the offsets a file states, the `likely` one first, or a fixed one where none does. */
export function zoneOfOffsets(seen: readonly SeenOffset[], likely: string): string | undefined {
  const zone = [likely, ...candidates].find((candidate) =>
    seen.every(({ offset, time }) => offsetInZone(time, candidate) === offset),
  )
  if (zone) return zone
  const hours = (seen[0]?.offset ?? 0) / 3_600_000
  if (seen.length !== 1 || !Number.isInteger(hours)) return undefined
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}

const exchangeZones: Record<string, string> = {
  XLON: 'Europe/London',
  XETR: 'Europe/Berlin',
  XFRA: 'Europe/Berlin',
  XPAR: 'Europe/Paris',
  XAMS: 'Europe/Amsterdam',
  XMIL: 'Europe/Rome',
  XSWX: 'Europe/Zurich',
  XTKS: 'Asia/Tokyo',
  XHKG: 'Asia/Hong_Kong',
  XJSE: 'Africa/Johannesburg',
  XTSE: 'America/Toronto',
  XASX: 'Australia/Sydney',
  XNSE: 'Asia/Kolkata',
}

/** Where an instrument of a file without a word on its zone is taken to trade. */
export function usualZone({ assetClass, venue }: Instrument): string {
  if (assetClass === 'crypto' || assetClass === 'perp') return 'UTC'
  return exchangeZones[venue ?? ''] ?? 'America/New_York'
}
