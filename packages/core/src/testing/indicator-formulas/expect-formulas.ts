import { expect, test } from 'vitest'
import { type IndicatorParams, indicators } from '../../indicators/registry/index.ts'
import { columns } from './series.ts'

/** For each function its outputs by the formula of the source that its docstring cites, in the order of the registry. */
type Formulas = Readonly<Record<string, () => number[][]>>

/** Outputs that begin together begin with the latest of them. */
const together = new Set(['PVO', 'KST', 'TSI', 'SMI', 'WAVETREND', 'KELTNER', 'KVO', 'QQE'])

/** Holds functions, with their default parameters, against formulas that are written out plainly. */
export function expectFormulas(formulas: Formulas, params: IndicatorParams = {}): void {
  test.each(Object.entries(formulas))('%s', (name, give) => {
    const indicator = indicators.get(name)
    if (!indicator) throw new Error(`${name} is not in the registry.`)
    const got = indicator.compute(
      indicator.inputs.map((input) => columns[input] ?? []),
      params,
    )
    const lookback = indicator.lookback(params)
    const wanted = give()
    expect(wanted).toHaveLength(indicator.outputs.length)
    for (const [place, values] of wanted.entries()) {
      const output = Array.from(got[place] ?? [])
      expect(output).toHaveLength(values.length)
      for (const [i, want] of values.entries()) {
        const have = output[i] ?? Number.NaN
        if (Number.isNaN(want) || (together.has(name) && i < lookback))
          expect(have, `${name} at ${i}`).toBeNaN()
        else
          expect(Math.abs(have - want), `${name}.${place} at ${i}: ${have}, not ${want}`).toBeLessThanOrEqual(
            1e-8 * Math.max(1, Math.abs(want)),
          )
      }
    }
  })
}
