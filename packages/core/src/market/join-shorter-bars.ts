import type { Bar } from './bar.ts'
import { DecimalSum } from './decimal-sum.ts'

/**
 * Prices and volume of the bar that shorter ones make up. Its open time and whether it is closed are for the caller to say.
 *
 * @param parts - In order, at least one.
 * @returns `volume` is `null` where one part has none, as the rest of it would be too little.
 */
export function joinShorterBars(parts: readonly Bar[]): Omit<Bar, 'time' | 'closed'> {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) throw new RangeError('There is nothing to join.')
  let { high, low } = first
  const volume = new DecimalSum()
  let isCounted = true
  for (const part of parts) {
    high = Math.max(high, part.high)
    low = Math.min(low, part.low)
    if (part.volume === null) isCounted = false
    else volume.add(part.volume)
  }
  return { open: first.open, high, low, close: last.close, volume: isCounted ? volume.total() : null }
}
