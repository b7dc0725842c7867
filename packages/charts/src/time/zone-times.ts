import { offsetInZone } from '@starkmatter/core'

// Zones change their offset at least this far apart, so two equal offsets closer than this have nothing between them.
const calmMs = 20 * 86_400_000

/**
 * Wall-clock times of a zone, in seconds as if they were UTC: what makes a chart's axis and its day boundaries local.
 *
 * Strictly increasing even through the autumn hour that happens twice: the second one is squeezed into the seconds after
 * the first.
 *
 * @param times - ms UTC, ascending.
 */
export function zoneTimes(times: Float64Array, timeZone: string): Float64Array {
  const local = new Float64Array(times.length)
  const fill = (from: number, to: number, before: number, after: number) => {
    const first = times[from] ?? 0
    const last = times[to] ?? 0
    if (to - from < 2 || (before === after && last - first < calmMs)) {
      for (let i = from; i < to; i++) local[i] = ((times[i] as number) + before) / 1000
      local[to] = (last + after) / 1000
      return
    }
    const middle = (from + to) >>> 1
    const offset = offsetInZone(times[middle] ?? 0, timeZone)
    fill(from, middle, before, offset)
    fill(middle, to, offset, after)
  }
  const end = times.length - 1
  if (end < 0) return local
  fill(0, end, offsetInZone(times[0] ?? 0, timeZone), offsetInZone(times[end] ?? 0, timeZone))
  for (let i = 1; i < local.length; i++) {
    const earlier = local[i - 1] as number
    if (!((local[i] as number) > earlier)) local[i] = earlier + 1
  }
  return local
}

/** The zone's place in words, for people: `New York`. */
export function zonePlace(timeZone: string): string {
  return timeZone === 'UTC' || timeZone === 'Etc/UTC'
    ? 'UTC'
    : (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** The zone's short name at an instant: `EDT`, `GMT+1`, `UTC`. */
export function zoneAbbreviation(time: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(time)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

const labels = new Map<string, Intl.DateTimeFormat>()

/** When a bar opened, in its exchange's zone: `Mon 23 Nov 2026, 14:05`; without the clock for daily bars. */
export function timeLabel(time: number, timeZone: string, isDaily: boolean, locale?: string): string {
  const key = `${locale} ${timeZone} ${isDaily}`
  let format = labels.get(key)
  if (!format) {
    const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
    const clock = isDaily ? {} : ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const)
    format = new Intl.DateTimeFormat(locale, { timeZone, ...day, ...clock })
    labels.set(key, format)
  }
  return format.format(time)
}
