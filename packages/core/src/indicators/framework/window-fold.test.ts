import { describe, expect, test } from 'vitest'
import { indicatorData } from '../../testing/indicator-data.ts'
import { indicators } from '../registry/index.ts'
import { createStream } from './kernel-stream.ts'
import { foldKernel } from './window-fold.ts'

const folded = ['ZSCORE', 'SKEW', 'KURTOSIS', 'SHARPE', 'ROLLING_BETA', 'ROLLING_CORRELATION']

describe('a window in two parts', () => {
  test.each([2, 10, 100, 1000])(
    'costs at most five sums a call, replaced bars and peeks included: %i bars',
    (period) => {
      let additions = 0
      const kernel = foldKernel(
        period,
        0,
        2,
        (columns, row, bar) => {
          bar[1] = columns[0][row] as number
        },
        (earlier, later, target) => {
          additions++
          target[1] = (earlier[1] as number) + (later[1] as number)
          target[0] = (earlier[0] as number) + (later[0] as number)
        },
        (output, row, whole) => {
          output[row] = whole[1] as number
        },
      )
      const stream = createStream(kernel, 1, {})
      const bars = 6 * period
      for (let bar = 0; bar < bars; bar++) {
        stream.push(-1)
        for (let time = 0; time < 3; time++) {
          stream.peek(7)
          stream.replaceLast(bar)
        }
        if (bar >= period - 1) expect(stream.peek()).toBe(period * (bar - (period - 1) / 2))
      }
      expect(additions).toBeLessThan(5 * 7 * bars)
    },
  )

  const { close, high, low } = indicatorData('walk', 400, 5)
  const columns = { close, high, low }

  test.each(folded)('%s forgets what has left the window, whatever it was', (name) => {
    const indicator = indicators.get(name)
    if (!indicator) throw new Error(`${name} is not in the registry.`)
    const whole = (at: number, value: number) =>
      indicator.compute(
        indicator.inputs.map((input) => (columns[input as 'close'] as Float64Array).with(at, value)),
        { period: 20 },
      )[0] ?? []
    const plain = whole(100, close[100] ?? 0)
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e300, -5e-324]) {
      const disturbed = whole(100, value)
      for (let bar = 121; bar < 400; bar++) expect(disturbed[bar]).toBe(plain[bar])
    }
  })

  test.each(['ZSCORE', 'SKEW', 'KURTOSIS'])(
    '%s of equal values is 0, also where their mean is rounded',
    (name) => {
      for (const value of [0.1, 1 / 3, 1e-300, 1e200, -7.7]) {
        const [values = []] = indicators.get(name)?.compute([new Float64Array(90).fill(value)]) ?? []
        for (const given of values.slice(30)) expect(given).toBe(0)
      }
    },
  )
})
