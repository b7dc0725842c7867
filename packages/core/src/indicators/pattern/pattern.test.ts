import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../testing/indicator-data.ts'
import { indicators } from '../registry/index.ts'

type Candle = readonly [open: number, high: number, low: number, close: number]

// Twelve candles with a body of 1 and a range of 2: what counts as long, short and near follows from them.
const calm: Candle[] = Array.from({ length: 12 }, (_, i) =>
  i % 2 ? [101, 101.5, 99.5, 100] : [100, 101.5, 99.5, 101],
)

/** The rarest patterns, drawn by hand after the calm candles, and what they give. */
const drawn: Record<string, { candles: Candle[]; value: number }> = {
  CDL2CROWS: {
    candles: [
      [100, 104.5, 99.5, 104],
      [106, 106.5, 104.5, 105],
      [105.5, 106, 101, 102],
    ],
    value: -100,
  },
  CDL3BLACKCROWS: {
    candles: [
      [100, 102.1, 99.9, 102],
      [102, 102.1, 100, 100],
      [101, 101.1, 99, 99],
      [100, 100.1, 98, 98],
    ],
    value: -100,
  },
  CDL3STARSINSOUTH: {
    candles: [
      [110, 110.5, 99, 105],
      [106, 106.5, 100, 103.5],
      [102.5, 102.5, 102, 102],
    ],
    value: 100,
  },
  CDLBREAKAWAY: {
    candles: [
      [110, 110.5, 104.5, 105],
      [104, 104.2, 102.8, 103],
      [103, 103.5, 102, 102.5],
      [102, 102.8, 100.5, 101],
      [101, 105, 100.5, 104.5],
    ],
    value: 100,
  },
  CDLCONCEALBABYSWALL: {
    candles: [
      [110, 110, 107, 107],
      [107, 107, 104, 104],
      [103, 105, 102, 102],
      [105.5, 105.5, 100.9, 101],
    ],
    value: 100,
  },
  CDLMATHOLD: {
    candles: [
      [100, 105.2, 99.8, 105],
      [106.5, 106.8, 105.8, 106],
      [105.2, 105.4, 104.6, 104.8],
      [104.9, 105, 104.4, 104.5],
      [105, 108.5, 104.8, 108],
    ],
    value: 100,
  },
  CDLRISEFALL3METHODS: {
    candles: [
      [100, 105.2, 99.8, 105],
      [104.5, 104.6, 103.9, 104],
      [104, 104.1, 103.4, 103.5],
      [103.5, 103.6, 102.9, 103],
      [103.2, 106.2, 103, 106],
    ],
    value: 100,
  },
  CDLTASUKIGAP: {
    candles: [
      [100, 101.2, 99.8, 101],
      [102, 103.2, 101.8, 103],
      [102.5, 102.8, 101.2, 101.5],
    ],
    value: 100,
  },
}

/** Candles whose parts are drawn at random from what patterns are made of: gaps, doji, marubozu, long shadows. */
function randomCandles(length: number): Candle[] {
  const random = randomFrom(5)
  const pick = (items: readonly number[]) => items[Math.floor(random() * items.length)] ?? 0
  const tick = (price: number) => Math.round(price * 100) / 100
  const shadow = () => (random() < 0.5 ? 0 : random() * pick([0.2, 3]))
  const candles: Candle[] = []
  let [open, high, low, close, rising] = [100, 101, 99, 100, 1]
  for (let i = 0; i < length; i++) {
    if (random() < 0.4) rising = -rising
    const [top, bottom] = [Math.max(open, close), Math.min(open, close)]
    const inside = bottom + random() * (top - bottom)
    open = tick(
      pick([
        inside,
        high + random() * 0.8,
        low - random() * 0.8,
        close,
        open,
        top + random() * 0.3,
        bottom - random() * 0.3,
      ]),
    )
    close =
      random() < 0.25 ? tick(inside) : tick(open + rising * pick([0.05, 0.5, 1, 4]) * (0.7 + random() * 0.6))
    high = tick(Math.max(open, close) + shadow())
    low = tick(Math.min(open, close) - shadow())
    candles.push([open, high, low, close])
    if (close < 30 || close > 300) [open, high, low, close] = [100, 101, 99, 100]
  }
  return candles
}

const columnsOf = (candles: readonly Candle[]) =>
  [0, 1, 2, 3].map((part) => candles.map((candle) => candle[part] ?? 0))
const mirrored = (candles: readonly Candle[]): Candle[] =>
  candles.map(([open, high, low, close]) => [300 - open, 300 - low, 300 - high, 300 - close])

const patterns = [...indicators.values()].filter(({ group }) => group === 'Pattern Recognition')
const market = columnsOf(randomCandles(200_000))

describe('candlestick patterns', () => {
  test('there are 61', () => {
    expect(patterns).toHaveLength(61)
  })

  test.each(Object.entries(drawn))(
    '%s is found where it is drawn, and nowhere before',
    (name, { candles, value }) => {
      const [found = []] = indicators.get(name)?.compute(columnsOf([...calm, ...candles])) ?? []
      expect(Array.from(found)).toEqual([...Array(11 + candles.length).fill(0), value])
    },
  )

  test.each(['CDLBREAKAWAY', 'CDLRISEFALL3METHODS', 'CDLTASUKIGAP'])(
    '%s is found upside down with the other sign',
    (name) => {
      const shape = drawn[name]
      const upsideDown = mirrored([...calm, ...(shape?.candles ?? [])])
      expect(indicators.get(name)?.compute(columnsOf(upsideDown))[0]?.at(-1)).toBe(-(shape?.value ?? 0))
    },
  )

  test.each(patterns.filter(({ name }) => !(name in drawn)))(
    '$name appears in a market made of its parts, and rarely',
    (pattern) => {
      const [found = new Float64Array()] = pattern.compute(market)
      const hits = found.filter((value) => value !== 0).length
      expect(hits).toBeGreaterThan(0)
      expect(hits).toBeLessThan(found.length / 2)
    },
  )

  test.each(patterns)('$name refuses a candle setting that there is none of', (pattern) => {
    const setting = { range: 1, period: 10, factor: 0.1 }
    expect(() => pattern.compute(columnsOf(calm), { settings: { bodyDogi: setting } })).toThrowError(
      expect.objectContaining({ code: 'BAD_REQUEST', parameter: 'settings', got: '"bodyDogi"' }),
    )
    expect(pattern.compute(columnsOf(calm), { settings: { bodyDoji: setting } })).toEqual(
      pattern.compute(columnsOf(calm)),
    )
  })
})
