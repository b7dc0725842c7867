import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { indicators } from './index.ts'

// Reference values that are not part of the repository; without them the project's own golden files still hold.
const folder = new URL('../../../../../../shared/golden/talib-0.6.4/', import.meta.url)

type Case = {
  params: Record<string, number>
  lookback: number
  outputs: Record<string, (number | string | null)[] | { sparse: [number, number][] }>
}

const load = <json>(file: string): json => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

/** Functions that call the C library's transcendental functions, which differ between C libraries and V8. */
const loose = new Set(
  'ACOS ASIN COS COSH EXP LN LOG10 SIN SINH TAN LINEARREG_ANGLE HT_DCPHASE HT_SINE MAMA'.split(' '),
)

describe.skipIf(!existsSync(folder))('TA-Lib 0.6.4 reference values', () => {
  const available = existsSync(folder)
  const names = available
    ? load<{ functions: { name: string }[] }>('functions.json').functions.map(({ name }) => name)
    : []
  const columns = available ? load<Record<string, number[]>>('input.json') : {}

  for (const name of names) {
    const indicator = indicators.get(name)
    test.skipIf(!indicator)(`${name} is equal ${loose.has(name) ? 'within 1e-12' : 'to the bit'}`, () => {
      if (!indicator) return
      const file = load<{ inputs: { columns: string }[]; cases: Case[] }>(`${name}.json`)
      const inputs = file.inputs.flatMap((input) => input.columns.split(',')).map((key) => columns[key] ?? [])
      for (const { params, lookback, outputs } of file.cases) {
        const options = Object.fromEntries(
          indicator.params.map((param) => [param.name, params[param.talib ?? '']]),
        )
        expect(Object.keys(params).sort()).toEqual(indicator.params.map((param) => param.talib).sort())
        expect(indicator.lookback(options)).toBe(lookback)
        const results = indicator.compute(inputs, options)
        for (const [index, output] of indicator.outputs.entries()) {
          const expected = outputs[output.talib ?? '']
          const got = Array.from(results[index] ?? [])
          if (!expected) throw new Error(`${output.talib} is not an output of ${name}`)
          const wanted = Array.isArray(expected)
            ? expected.map((value) => (value === null ? Number.NaN : Number(value)))
            : Array.from({ length: got.length }, (_, at) => expected.sparse.find(([i]) => i === at)?.[1] ?? 0)
          const wrong = got.findIndex((value, at) => {
            const want = wanted[at] ?? Number.NaN
            if (Object.is(value, want) || value === want) return false
            if (indicator.group === 'Pattern Recognition' && at < lookback) return value !== 0
            if (!loose.has(name)) return true
            const limit = name === 'HT_SINE' || name === 'HT_DCPHASE' ? 1e-9 : 1e-12 * Math.abs(want)
            return !(Math.abs(value - want) <= limit)
          })
          expect([wrong, got[wrong]], `${output.name} ${JSON.stringify(params)}`).toEqual([-1, undefined])
        }
      }
    })
  }
})
