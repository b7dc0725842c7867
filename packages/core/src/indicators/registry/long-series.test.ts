import { describe, expect, test } from 'vitest'
import { indicatorData } from '../../testing/indicator-data.ts'
import { indicators } from './indicators.ts'

// Beyond 4096 bars memory slides, beyond 10000 loops are rehearsed.
const length = 17_000
const kinds = ['walk', 'holes'] as const
const series = kinds.map((kind) => indicatorData(kind, length, 13))

describe.each([...indicators.values()])('$name', (indicator) => {
  test('a series long enough to be computed in parts gives the bits of the stream', () => {
    for (const data of series) {
      const columns = indicator.inputs.map((name) => data[name])
      const whole = indicator.compute(columns)
      const stream = indicator.createStream()
      let wrong = 0
      for (let bar = 0; bar < length; bar++) {
        const result = stream.push(...columns.map((column) => column[bar] ?? Number.NaN))
        for (const [index, { name }] of indicator.outputs.entries()) {
          const value = typeof result === 'number' ? result : result[name]
          if (!Object.is(value, whole[index]?.[bar])) wrong++
        }
      }
      expect(wrong).toBe(0)
    }
  })
})
