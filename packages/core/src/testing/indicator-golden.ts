import type { Indicator } from '../indicators/registry/index.ts'
import { type IndicatorData, type IndicatorDataKind, indicatorData, randomFrom } from './indicator-data.ts'

/** The series that golden values are made on. */
export const goldenKinds = [
  'walk',
  'flat',
  'tiny',
  'huge',
  'ticks',
  'no-volume',
  'holes',
] as const satisfies readonly IndicatorDataKind[]

/** TA-Lib's functions with an unstable period. */
const unstable = new Set(
  (
    'ADX ADXR ATR CMO DX EMA HT_DCPERIOD HT_DCPHASE HT_PHASOR HT_SINE HT_TRENDLINE HT_TRENDMODE IMI KAMA MAMA MFI ' +
    'MINUS_DI MINUS_DM NATR PLUS_DI PLUS_DM RSI STOCHRSI T3'
  ).split(' '),
)

/** Functions that rest on the C library's transcendental functions, which differ in the last bits. */
const loose = new Set('ACOS ASIN COS COSH EXP LN LOG10 SIN SINH TAN HT_DCPHASE HT_SINE'.split(' '))

/** Whether a function is held to a tolerance, not to the bit. */
export function isLoose(name: string): boolean {
  return loose.has(name)
}

/** The series for a function: arc sine and arc cosine get closes between -1 and 1. */
export function goldenData(kind: IndicatorDataKind, name: string): IndicatorData {
  const data = indicatorData(kind, 400, 21)
  if (name !== 'ACOS' && name !== 'ASIN') return data
  const random = randomFrom(5)
  return { ...data, close: data.close.map(() => random() * 2 - 1) }
}

/** Parameter sets: the defaults, each parameter varied alone, every kind of average, and some mixtures. */
export function goldenParams(indicator: Indicator): Record<string, number>[] {
  const random = randomFrom(99)
  const values = indicator.params.map(({ min, max, integer, default: usual }) => {
    if (max === 8 && integer) return [0, 1, 2, 3, 4, 5, 6, 7, 8]
    if (integer) return [min, min + 1, usual, 7, 23, 61]
    if (min < 0) return [usual, -1.5, 0, 1, 2.25, 110]
    return [min, usual, min + 0.3, max <= 1 ? max : 0.15].filter((value) => value <= max)
  })
  const pick = (index: number) => {
    const some = values[index] ?? []
    return some[Math.floor(random() * some.length)] ?? 0
  }
  const sets: Record<string, number>[] = [{}]
  for (const [index, { name }] of indicator.params.entries())
    for (const value of values[index] ?? []) sets.push({ [name]: value })
  // TA-Lib reads before the start of its buffers for an exponential average over one bar.
  const broken = (set: Record<string, number>) =>
    (/^MACD(FIX)?$/.test(indicator.name) && set.signalPeriod === 1) ||
    (indicator.name === 'TRIX' && set.period === 1) ||
    (set.minPeriod ?? 2) > (set.maxPeriod ?? 30)
  if (indicator.params.length > 1)
    for (let mixture = 0; mixture < 12; mixture++)
      sets.push(Object.fromEntries(indicator.params.map(({ name }, index) => [name, pick(index)])))
  if (unstable.has(indicator.name)) sets.push({ unstablePeriod: 5 }, { unstablePeriod: 40 })
  return sets.filter((set) => !broken(set))
}

/** A digest of the bits of columns (64-bit FNV-1a); all NaNs are one, and so are both zeros. */
export function digest(columns: readonly Float64Array[]): string {
  const prime = 0x100000001b3n
  let hash = 0xcbf29ce484222325n
  for (const column of columns) {
    const plain = column.map((value) => (Number.isNaN(value) ? Number.NaN : value + 0))
    for (const word of new BigUint64Array(plain.buffer)) hash = BigInt.asUintN(64, (hash ^ word) * prime)
  }
  return hash.toString(36)
}

/** Every 16th value from the 13th on, as JSON can hold it. */
export function sample(column: Float64Array): (number | string)[] {
  return Array.from(column)
    .filter((_, index) => index % 16 === 13)
    .map((value) => (Number.isFinite(value) ? value : String(value)))
}
