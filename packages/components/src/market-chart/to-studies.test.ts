import { indicators } from '@starkmatter/core/indicators/registry'
import { expect, test } from 'vitest'
import { toStudies } from './to-studies.ts'

const close = Float64Array.from({ length: 80 }, (_, index) => 100 + Math.sin(index) * 5)

function result(name: string, params: Record<string, number> = {}) {
  const definition = indicators.get(name)
  if (!definition) throw new Error(name)
  const columns = definition.compute(
    definition.inputs.map(() => close),
    params,
  )
  return { name, values: { definition, params, columns }, error: null }
}

test('averages and bands lie over the bars, each in a hue of its own; oscillators get panes', () => {
  const results = [result('SMA'), result('EMA'), result('BBANDS'), result('RSI'), result('MACD')]
  const studies = toStudies(
    results.map(({ name }) => ({ name, params: {} })),
    results,
  )
  expect(studies.map(({ pane, hue }) => [pane, hue])).toEqual([
    ['price', 0],
    ['price', 1],
    ['price', 2],
    ['own', 1],
    ['own', 1],
  ])
  expect(studies[3]?.levels).toEqual([30, 70])
})

test('the label says the numbers in use, and not which kind of average', () => {
  const choice = { name: 'BBANDS', params: { period: 20 } }
  expect(toStudies([choice], [result('BBANDS', choice.params)])[0]?.label).toBe('BBANDS 20 2 2')
})

test('an indicator that could not be worked out is left out', () => {
  const failed = { name: 'SMA', values: null, error: new Error('period') }
  expect(toStudies([{ name: 'SMA', params: {} }], [failed])).toEqual([])
})

test('every indicator of the registry that reads bars can be drawn', () => {
  for (const { name, inputs, outputs } of indicators.values()) {
    if (inputs.includes('periods')) continue
    const [study] = toStudies([{ name, params: {} }], [result(name)])
    expect(
      study?.outputs.map(({ values }) => values.length),
      name,
    ).toEqual(outputs.map(() => close.length))
  }
})

test('an indicator without parameters is labelled with the registry’s defaults', () => {
  expect(toStudies([{ name: 'BBANDS' }], [result('BBANDS')])[0]?.label).toBe('BBANDS 5 2 2')
})
