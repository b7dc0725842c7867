import { expect, test } from 'vitest'
import { indicatorData } from '../../testing/indicator-data.ts'
import { indicators } from './index.ts'

const data = indicatorData('walk', 120, 7)

test.each([...indicators.values()])(
  '$name takes a parameter that is undefined as one that is absent',
  (indicator) => {
    const columns = indicator.inputs.map((name) => data[name])
    const names = [
      ...indicator.params.map(({ name }) => name),
      'nan',
      'profile',
      'unstablePeriod',
      'settings',
    ]
    const params = Object.fromEntries(names.map((name) => [name, undefined]))
    expect(indicator.lookback(params)).toBe(indicator.lookback())
    expect(indicator.compute(columns, params)).toEqual(indicator.compute(columns))
    const [stream, plain] = [indicator.createStream(params), indicator.createStream()]
    for (let bar = 0; bar < 120; bar++) {
      const values = columns.map((column) => column[bar] ?? Number.NaN)
      expect(stream.push(...values)).toEqual(plain.push(...values))
    }
  },
)
