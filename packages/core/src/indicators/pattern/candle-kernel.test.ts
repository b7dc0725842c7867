import { describe, expect, test } from 'vitest'
import { type IndicatorDataKind, indicatorData, randomFrom } from '../../testing/indicator-data.ts'
import { compute } from '../framework/compute.ts'
import { indicators } from '../registry/index.ts'
import type { CandleOptions, CandleRange, CandleSetting } from './candle.ts'
import { candleKernel } from './candle-kernel.ts'
import { Average } from './candle-totals.ts'
import { body } from './candles.ts'

const kinds: readonly IndicatorDataKind[] = ['walk', 'flat', 'tiny', 'huge', 'ticks', 'holes']
const candlesOf = (kind: IndicatorDataKind, length: number) => {
  const { open, high, low, close } = indicatorData(kind, length, 9)
  return [open, high, low, close]
}
const ranges: readonly CandleRange[] = [0, 1, 2]
const settings: CandleSetting[] = ranges.flatMap((range) =>
  [0, 1, 5, 10, 70].flatMap((period) =>
    [0, 0.1, 1, 3, -1, 1e-250, 1e30].map((factor) => ({ range, period, factor })),
  ),
)

describe('screens', () => {
  test.each(kinds)(
    'leave out no candle whose body is at most, or longer than, an average: %s data',
    (kind) => {
      const candles = candlesOf(kind, 1200)
      for (const setting of settings)
        for (const back of [0, 2]) {
          const found = (screened: boolean, longer: boolean) => {
            const average = new Average({ settings: { near: setting } }, 'near', back)
            const condition = longer ? { longer: average } : { atMost: average }
            const kernel = candleKernel(back, [average], screened ? [condition] : [], (i) => {
              const length = body(i - back)
              return (longer ? length > average.at(i) : length <= average.at(i)) ? 100 : 0
            })
            return compute(() => kernel, candles, {})
          }
          for (const longer of [false, true])
            expect(found(true, longer), `${JSON.stringify(setting)} ${back} ${longer}`).toEqual(
              found(false, longer),
            )
        }
    },
  )

  test.each(['b?w', 'wb', 'bbbbw', 'xy', 'x?y', 'xx?xy', 'xyyyx'])(
    'find every sequence of colours, and nothing else: %s',
    (colours) => {
      const [open = [], , , close = []] = candlesOf('ticks', 1500)
      const found = compute(() => candleKernel(5, [], [colours], () => 100), candlesOf('ticks', 1500), {})
      const reads = (turned: boolean, last: number) =>
        [...colours].every((letter, index) => {
          const at = last - colours.length + 1 + index
          const white = (close[at] ?? 0) >= (open[at] ?? 0)
          return letter === '?' || white === ('wx'.includes(letter) !== turned)
        })
      for (let i = 5; i < found.length; i++) {
        const wanted = reads(false, i) || (/x/.test(colours) && reads(true, i))
        expect(found[i], `candle ${i}`).toBe(wanted ? 100 : 0)
      }
      expect(found.some((value) => value === 100)).toBe(true)
    },
  )
})

test.each(kinds)('a body is engulfed as it is defined, infinite prices included: %s data', (kind) => {
  const candles = candlesOf(kind, 1200)
  for (const column of candles) for (let i = 97; i < 1200; i += 97) column[i] = i % 2 ? Infinity : -Infinity
  const [open = [], , , close = []] = candles
  const [found = []] = indicators.get('CDLENGULFING')?.compute(candles) ?? []
  for (let i = 2; i < 1200; i++) {
    const [o1 = 0, c1 = 0, o = 0, c = 0] = [open[i - 1], close[i - 1], open[i], close[i]]
    const [white1, white] = [c1 >= o1, c >= o]
    const rises = white && !white1 && ((c >= o1 && o < c1) || (c > o1 && o <= c1))
    const falls = !white && white1 && ((o >= c1 && c < o1) || (o > c1 && c <= o1))
    const size = o === c1 || c === o1 ? 80 : 100
    expect(found[i], `candle ${i}`).toBe(rises ? size : falls ? -size : 0)
  }
})

test('patterns that take turns candle by candle do not disturb each other', () => {
  const both = [
    { pattern: indicators.get('CDLMORNINGSTAR'), candles: candlesOf('walk', 600) },
    { pattern: indicators.get('CDLLONGLINE'), candles: candlesOf('ticks', 600) },
  ].map((one) => ({ ...one, stream: one.pattern?.createStream(), found: new Float64Array(600) }))
  for (let i = 0; i < 600; i++)
    for (const { stream, candles, found } of both)
      found[i] = Number(stream?.push(...candles.map((column) => column[i] ?? 0)))
  for (const { pattern, candles, found } of both) expect(found).toEqual(pattern?.compute(candles)[0])
})

describe('candle settings other than the defaults', () => {
  const random = randomFrom(3)
  const pick = <item>(items: readonly item[]) => items[Math.floor(random() * items.length)] as item
  const names = ['bodyLong', 'bodyShort', 'bodyDoji', 'shadowLong', 'shadowShort', 'near', 'equal'] as const
  const sets: CandleOptions[] = Array.from({ length: 6 }, () => ({
    settings: Object.fromEntries(names.map((name) => [name, pick(settings)])),
  }))
  const patterns = [...indicators.values()].filter(({ group }) => group === 'Pattern Recognition')

  test.each(patterns)('$name: stream and batch give the same', (pattern) => {
    for (const set of [...sets, {}])
      for (const kind of ['ticks', 'walk'] as const) {
        const candles = candlesOf(kind, 700)
        const [batch] = pattern.compute(candles, set)
        const stream = pattern.createStream(set)
        const streamed = Float64Array.from({ length: 700 }, (_, i) =>
          Number(stream.push(...candles.map((column) => column[i] ?? 0))),
        )
        expect(streamed, JSON.stringify(set)).toEqual(batch)
      }
  })
})
