import { InvalidParameterError } from '../../errors/index.ts'
import { candleDefaults } from '../pattern/candle.ts'
import type { Indicator, IndicatorParams } from './entry.ts'

/** TA-Lib's functions whose seed fades for a while: they take `unstablePeriod`, how many leading values to hide. */
const unstable = new Set(
  (
    'ADX ADXR ATR CMO DX EMA HT_DCPERIOD HT_DCPHASE HT_PHASOR HT_SINE HT_TRENDLINE HT_TRENDMODE IMI KAMA MAMA MFI ' +
    'MINUS_DI MINUS_DM NATR PLUS_DI PLUS_DM RSI STOCHRSI T3'
  ).split(' '),
)

/**
 * Gives parameters back when the function has all of them, so that none that is misspelt goes unnoticed. Ranges are the
 * function's own to check. One that is `undefined` counts as absent.
 *
 * @throws {InvalidParameterError} naming a parameter that the function does not have and those that it has, or an unknown
 * policy, profile or candle setting; or they are no object
 */
export function checkParams(
  { name, group, params, profiles }: Pick<Indicator, 'name' | 'group' | 'params' | 'profiles'>,
  given: IndicatorParams,
): IndicatorParams {
  if (typeof given !== 'object' || given === null)
    throw new InvalidParameterError('params', 'an object of parameters by name', given)
  const known = [...params.map((param) => param.name), 'profile', 'nan']
  if (unstable.has(name)) known.push('unstablePeriod')
  if (group === 'Pattern Recognition') known.push('settings')
  for (const [param, value] of Object.entries(given)) {
    if (value === undefined) continue
    if (!known.includes(param))
      throw new InvalidParameterError(param, `a parameter of ${name} (${known.join(', ')})`, value)
    if (param === 'profile') oneOf(param, profiles, value)
    if (param === 'nan') oneOf(param, ['propagate', 'reset'], value)
    if (param === 'settings')
      for (const setting of Object.keys(Object(value))) oneOf(param, Object.keys(candleDefaults), setting)
  }
  return given
}

function oneOf(name: string, words: readonly string[], value: unknown): void {
  if (!words.some((word) => word === value)) throw new InvalidParameterError(name, words.join(' or '), value)
}
