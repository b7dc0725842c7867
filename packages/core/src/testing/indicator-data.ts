import type { InputName } from '../indicators/registry/index.ts'

/** Columns of one series, all as long. */
export type IndicatorData = Record<InputName, Float64Array>

/** What a series is like: each kind has broken some library. */
export type IndicatorDataKind =
  | 'walk'
  | 'flat'
  | 'tiny'
  | 'huge'
  | 'rising'
  | 'ticks'
  | 'no-volume'
  | 'holes'
  | 'wild'

export const indicatorDataKinds: readonly IndicatorDataKind[] = [
  'walk',
  'flat',
  'tiny',
  'huge',
  'rising',
  'ticks',
  'no-volume',
  'holes',
  'wild',
]

/** What no market trades at, and a broken feed may send. */
const wildValues = [-0, 5e-324, -1, -1e9, 1e308, -1.7e308, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

/** A generator of numbers in 0..1 that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A made-up series of `length` bars: daily, oldest first, the same for the same seed. */
export function indicatorData(kind: IndicatorDataKind, length: number, seed = 1): IndicatorData {
  const random = randomFrom(seed)
  const column = () => new Float64Array(length)
  const data: IndicatorData = {
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    time: column(),
    periods: column(),
  }
  const scale = kind === 'tiny' ? 1e-9 : kind === 'huge' ? 1e12 : 1
  // Prices on a coarse grid give many ties.
  const grid = kind === 'ticks' ? 1 : 0
  const round = (value: number) => (grid > 0 ? Math.round(value / grid) * grid : value)
  let price = 100
  for (let bar = 0; bar < length; bar++) {
    const moves = kind !== 'flat'
    const open = moves ? price * (1 + (random() - 0.5) * 0.01) : price
    const drift = kind === 'rising' ? 0.01 : 0.0003
    const close = moves ? open * (1 + drift + (kind === 'rising' ? 0 : (random() - 0.5) * 0.04)) : price
    const high = moves ? Math.max(open, close) * (1 + random() * 0.01) : price
    const low = moves ? Math.min(open, close) * (1 - random() * 0.01) : price
    price = close
    data.open[bar] = round(open) * scale
    data.high[bar] = round(high) * scale
    data.low[bar] = round(low) * scale
    data.close[bar] = round(close) * scale
    data.volume[bar] = kind === 'no-volume' || random() < 0.02 ? 0 : Math.round(1e6 * (0.5 + random()))
    data.time[bar] = 1_577_836_800_000 + bar * 86_400_000
    data.periods[bar] = 2 + Math.floor(random() * 30)
  }
  if (kind === 'holes' || kind === 'wild')
    for (const name of ['open', 'high', 'low', 'close', 'volume'] as const)
      for (let bar = 0; bar < length; bar++)
        if (random() < 0.004)
          data[name][bar] =
            kind === 'wild'
              ? (wildValues[Math.floor(random() * wildValues.length)] ?? Number.NaN)
              : Number.NaN
  return data
}
