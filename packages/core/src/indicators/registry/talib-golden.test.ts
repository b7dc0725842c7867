import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { digest, goldenData, goldenKinds, isLoose, sample } from '../../testing/indicator-golden.ts'
import { indicators } from './index.ts'

type Golden = Record<
  string,
  { params: Record<string, number>; results: Record<string, string | (number | string)[][]> }[]
>

// Made with golden/make-talib.mjs, over a correctly rounded arc tangent.
const golden: Golden = JSON.parse(
  readFileSync(new URL('../../../golden/talib.json', import.meta.url), 'utf8'),
)

describe('values of npm talib@1.1.6 on made-up data, parameters varied', () => {
  test('there are all 161 functions', () => expect(Object.keys(golden)).toHaveLength(161))

  for (const [name, cases] of Object.entries(golden)) {
    const indicator = indicators.get(name)
    test(`${name}, ${cases.length} parameter sets`, () => {
      const wrong: string[] = []
      for (const { params, results } of cases)
        for (const kind of goldenKinds) {
          // On flat data the phase is made of nothing but rounding, in each library of its own.
          if (name === 'HT_TRENDMODE' && kind === 'flat') continue
          const data = goldenData(kind, name)
          const got = indicator?.compute(
            indicator.inputs.map((input) => data[input]),
            params,
          )
          const want = results[kind]
          const same =
            got !== undefined &&
            (Array.isArray(want)
              ? got.every((column, index) => close(name, sample(column), want[index]))
              : digest(got) === want)
          if (!same) wrong.push(`${kind} ${JSON.stringify(params)} ${isLoose(name) ? 'loosely' : ''}`)
        }
      expect(wrong).toEqual([])
    })
  }
})

/** Within 1e-12 of the value; sines and phases of the cycle, which are near 0 at times, within 1e-9. */
function close(
  name: string,
  got: readonly (number | string)[],
  want: readonly (number | string)[] = [],
): boolean {
  return got.every((value, index) => {
    const wanted = want[index]
    if (typeof value === 'string' || typeof wanted !== 'number') return value === wanted
    return Math.abs(value - wanted) <= (name.startsWith('HT_') ? 1e-9 : 1e-12 * Math.abs(wanted))
  })
}
