import { describe, expect, test } from 'vitest'
import { type Indicator, type IndicatorParams, indicators } from '../../indicators/registry/index.ts'
import { columns } from './series.ts'

/** Parameters by name. */
type Numbers = Readonly<Record<string, number>>

/**
 * For each function its outputs by the formula of the source that its docstring cites, in the order of the registry. A
 * formula names its source's defaults itself, so that a default of ours that differs does not pass.
 */
export type Formulas = Readonly<Record<string, (params: Numbers) => number[][]>>

type Options = {
  /** Options that are no numbers, such as the profile. */
  options?: IndicatorParams
  /** Parameters of single functions, where those that are made up for all of them would show nothing. */
  others?: Readonly<Record<string, Numbers>>
  /** Most that values may differ by, as a share of those above 1. @default 1e-8 */
  tolerance?: number
}

/** Outputs that begin together begin with the latest of them. */
const together = new Set(['PVO', 'KST', 'TSI', 'SMI', 'WAVETREND', 'KELTNER', 'KVO', 'QQE'])

/** Holds functions against formulas that are written out plainly: with their defaults, and with every parameter changed. */
export function expectFormulas(
  formulas: Formulas,
  { options = {}, others = {}, tolerance = 1e-8 }: Options = {},
): void {
  describe.each(Object.entries(formulas))('%s', (name, formula) => {
    const indicator = indicators.get(name)
    if (!indicator) throw new Error(`${name} is not in the registry.`)

    test('with the defaults of its source', () => expectValues(indicator, formula({}), options, tolerance))

    if (indicator.params.length > 0)
      test('with every parameter changed', () => {
        const params = others[name] ?? changed(indicator)
        expectValues(indicator, formula(params), { ...options, ...params }, tolerance)
      })
  })
}

function expectValues(
  indicator: Indicator,
  wanted: number[][],
  params: IndicatorParams,
  tolerance: number,
): void {
  const { name, inputs, outputs } = indicator
  const got = indicator.compute(
    inputs.map((input) => columns[input] ?? []),
    params,
  )
  const lookback = indicator.lookback(params)
  expect(wanted).toHaveLength(outputs.length)
  for (const [place, values] of wanted.entries()) {
    const output = Array.from(got[place] ?? [])
    expect(output).toHaveLength(values.length)
    expect(output.some((value) => !Number.isNaN(value))).toBe(true)
    const isWrong = (want: number, i: number) => {
      const have = output[i] ?? Number.NaN
      if (Number.isNaN(want) || (together.has(name) && i < lookback)) return !Number.isNaN(have)
      return !(Math.abs(have - want) <= tolerance * Math.max(1, Math.abs(want)))
    }
    // One matcher for a column, not one for each value: they take longer than all else.
    const wrong = values.findIndex(isWrong)
    expect(wrong, `${name}.${place} at ${wrong}: ${output[wrong]}, not ${values[wrong]}`).toBe(-1)
  }
}

/** A value for each parameter that is neither its default nor another's value, so that none can stand for another. */
function changed({ params }: Indicator): Numbers {
  return Object.fromEntries(
    params.map(({ name, default: value, integer, max }, place) => {
      if (integer) return [name, value + 1 + place]
      return [name, Math.min(max, value === 0 ? 2 : value * (1.1 + place / 10))]
    }),
  )
}
