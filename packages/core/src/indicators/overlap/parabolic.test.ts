import { describe, expect, test } from 'vitest'
import { sar } from './sar.ts'

/** The parabolic stop in words, a bar at a time. */
function plainSar(high: readonly number[], low: readonly number[]): number[] {
  const [most, step] = [0.2, 0.02]
  const at = (column: readonly number[], bar: number) => column[bar] ?? Number.NaN
  const fall = at(low, 0) - at(low, 1)
  const rise = at(high, 1) - at(high, 0)
  let up = !(fall > 0 && rise < fall)
  let stop = up ? at(low, 0) : at(high, 0)
  let extreme = up ? at(high, 1) : at(low, 1)
  let pace = step
  const stops = [Number.NaN]
  for (let bar = 1; bar < high.length; bar++) {
    const bars = [Math.max(bar - 1, 1), bar]
    const kept = (price: number) =>
      bars.reduce((nearest, other) => {
        const edge = at(up ? low : high, other)
        return (up ? nearest > edge : nearest < edge) ? edge : nearest
      }, price)
    if (up ? at(low, bar) <= stop : at(high, bar) >= stop) {
      up = !up
      stop = kept(extreme)
      extreme = at(up ? high : low, bar)
      pace = step
    }
    stops.push(stop)
    const price = at(up ? high : low, bar)
    if (up ? price > extreme : price < extreme) {
      extreme = price
      pace = Math.min(pace + step, most)
    }
    stop = kept(stop + pace * (extreme - stop))
  }
  return stops
}

// A fixed sequence, so that a failure can be repeated.
function bars(count: number, jump: number, shift: number) {
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  let price = 100
  const high: number[] = []
  const low: number[] = []
  for (let bar = 0; bar < count; bar++) {
    price *= jump ** (random() - 0.5)
    high.push(price * (1 + random() / 50) - shift)
    low.push(price * (1 - random() / 50) - shift)
  }
  return { high, low }
}

describe('a new extreme is the price itself, to the bit', () => {
  test.each([
    ['steps of a hundredth', 1.02, 0],
    ['prices that double and halve', 5, 0],
    ['prices that jump by powers of ten', 1e6, 0],
    ['prices below zero', 1.02, 1000],
    ['prices on both sides of zero', 1.2, 100],
  ])('%s', (_, jump, shift) => {
    const { high, low } = bars(3000, jump, shift)
    expect([...sar(high, low)]).toStrictEqual(plainSar(high, low))
  })

  test('a missing price is none', () => {
    const { high, low } = bars(3000, 1.02, 0)
    for (let bar = 50; bar < high.length; bar += 97) (bar % 2 ? high : low)[bar] = Number.NaN
    expect([...sar(high, low)]).toStrictEqual(plainSar(high, low))
  })

  test('an endless price is one', () => {
    const { high, low } = bars(300, 1.02, 0)
    high[100] = Number.POSITIVE_INFINITY
    low[200] = Number.NEGATIVE_INFINITY
    expect([...sar(high, low)]).toStrictEqual(plainSar(high, low))
  })
})
