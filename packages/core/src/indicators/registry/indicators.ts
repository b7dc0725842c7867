import type { Indicator } from './entry.ts'
import { momentumIndicators } from './momentum.ts'
import { overlapStudies } from './overlap.ts'
import { overlapBeyond } from './overlap-beyond.ts'
import { patterns } from './pattern.ts'
import { volatilityIndicators } from './volatility.ts'

/** Every function by name: TA-Lib's (`'RSI'`), or ours in upper case (`'SUPERTREND'`). */
export const indicators: ReadonlyMap<string, Indicator> = new Map(
  [overlapStudies, momentumIndicators, volatilityIndicators, patterns, overlapBeyond]
    .flat()
    .map((indicator) => [indicator.name, indicator]),
)
