import { describe, expect, test } from 'vitest'
import { indicatorData } from '../testing/indicator-data.ts'
import * as exported from './index.ts'
import { indicators } from './registry/index.ts'

/** What the package exports, by name in lower case: `cdldoji` for `cdlDoji`. */
const forms = new Map(Object.entries(exported).map(([name, form]) => [name.toLowerCase(), form]))

/** Where our name says more than the registry's: `var` is no name in JavaScript. */
const longer: Record<string, string> = {
  VAR: 'variance',
  CHOP: 'choppiness',
  MASS: 'massindex',
  CRSI: 'connorsrsi',
  AO: 'awesome',
  AC: 'accelerator',
}

const data = indicatorData('walk', 150, 4)

describe('every function of the registry is exported in its three forms', () => {
  test.each([...indicators.values()])('$name', (indicator) => {
    const name = longer[indicator.name] ?? indicator.name.replaceAll('_', '').toLowerCase()
    const batch = forms.get(name)
    const create = forms.get(`create${name}`)
    const lookback = forms.get(`${name}lookback`)
    if (typeof batch !== 'function' || typeof create !== 'function' || typeof lookback !== 'function')
      throw new Error(`${indicator.name} lacks a form`)
    const columns = indicator.inputs.map((input) => data[input])
    const whole = indicator.compute(columns)
    const result: unknown = Reflect.apply(batch, undefined, columns)
    const got =
      result instanceof Float64Array
        ? [result]
        : indicator.outputs.map((output) => Reflect.get(Object(result), output.name))
    expect(got).toEqual(whole)
    expect(Reflect.apply(lookback, undefined, [])).toBe(indicator.lookback())
    expect(Reflect.apply(create, undefined, [])).toHaveProperty('push')
  })
})
