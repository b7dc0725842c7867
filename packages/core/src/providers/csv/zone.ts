import { type Instrument, offsetInZone, zonedToUtc } from '../../market/index.ts'

const dayMs = 86_400_000

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

/** The wall clock of one zone. Each date's offset is looked up once: asking the runtime for every bar is slow. */
export class WallClock {
  readonly timeZone: string
  readonly #offsets = new Map<number, number>()
  #hour = Number.NaN
  #hourOffset = 0

  constructor(timeZone: string) {
    this.timeZone = timeZone
  }

  /** @param localMs - The wall clock's reading as if it were UTC. */
  toUtc(localMs: number): number {
    if (this.timeZone === 'UTC') return localMs
    const day = Math.floor(localMs / dayMs)
    let offset = this.#offsets.get(day)
    if (offset === undefined) {
      // No zone is further than 14 hours from UTC: this span surely holds the whole local day.
      const before = offsetInZone(day * dayMs - 14 * 3_600_000, this.timeZone)
      const after = offsetInZone((day + 1) * dayMs + 14 * 3_600_000, this.timeZone)
      offset = before === after ? before : Number.NaN
      this.#offsets.set(day, offset)
    }
    return Number.isNaN(offset) ? zonedToUtc(localMs, this.timeZone) : localMs - offset
  }

  /** What the wall clock shows at an instant, as if it were UTC. */
  toWall(time: number): number {
    // Offsets change on the hour: bars in order need one look-up an hour.
    const hour = Math.floor(time / 3_600_000)
    if (hour !== this.#hour) {
      this.#hour = hour
      this.#hourOffset = offsetInZone(hour * 3_600_000, this.timeZone)
    }
    return time + this.#hourOffset
  }
}
