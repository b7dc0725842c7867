import { cycleIndicators } from './cycle.ts'
import type { Indicator, IndicatorParams } from './entry.ts'
import { mathOperators } from './math-operators.ts'
import { mathTransforms } from './math-transform.ts'
import { momentumIndicators } from './momentum.ts'
import { momentumBeyond } from './momentum-beyond.ts'
import { overlapStudies } from './overlap.ts'
import { overlapBeyond } from './overlap-beyond.ts'
import { patterns } from './pattern.ts'
import { priceTransforms } from './price-transform.ts'
import { priceTransformBeyond } from './price-transform-beyond.ts'
import { statisticFunctions } from './statistic.ts'
import { statisticBeyond } from './statistic-beyond.ts'
import { volatilityIndicators } from './volatility.ts'
import { volatilityBeyond } from './volatility-beyond.ts'
import { volumeIndicators } from './volume.ts'
import { volumeBeyond } from './volume-beyond.ts'

const known = [
  overlapStudies,
  momentumIndicators,
  volatilityIndicators,
  volumeIndicators,
  cycleIndicators,
  priceTransforms,
  statisticFunctions,
  mathTransforms,
  mathOperators,
  patterns,
  overlapBeyond,
  statisticBeyond,
  volatilityBeyond,
  momentumBeyond,
  volumeBeyond,
  priceTransformBeyond,
].flat()

/** The names of the registry: TA-Lib's (`'RSI'`), or ours in upper case (`'SUPERTREND'`). */
export type IndicatorName = (typeof known)[number]['name']

/** What an editor completes by the names of the registry, and that takes any other text too. */
export type AnyIndicatorName = IndicatorName | (string & {})

/** A function of the registry, any where the compiler does not know which it is. */
export type IndicatorByName<name extends string> = name extends IndicatorName
  ? Extract<(typeof known)[number], { readonly name: name }>
  : Indicator

/** Names of the outputs of a function. */
export type OutputName<name extends string> = IndicatorByName<name>['outputs'][number]['name']

/** What a function takes. */
export type ParamsByName<name extends string> =
  IndicatorByName<name> extends Indicator<string, string, infer params> ? params : IndicatorParams

/** Every function by name: one that the compiler knows has its own parameters and outputs. */
export interface IndicatorRegistry extends ReadonlyMap<AnyIndicatorName, Indicator> {
  get<name extends IndicatorName>(name: name): IndicatorByName<name> | undefined
  get(name: string): Indicator | undefined
}

/** Every function by name: TA-Lib's (`'RSI'`), or ours in upper case (`'SUPERTREND'`). */
export const indicators: IndicatorRegistry = new Map(known.map((indicator) => [indicator.name, indicator]))
