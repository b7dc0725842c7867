import { assert, float, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJsonObject, jsonOrUndefined, Wire } from '../../provider/index.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { hasRecordings, readRecordings } from '../../testing/recordings.ts'
import { sampleQuery } from '../../testing/sample-query.ts'
import { shortestFloat32 } from './float32.ts'
import { yahoo } from './yahoo.ts'

test.each([
  [34.099998474121094, 34.1],
  [129.0399932861328, 129.04],
  [7174.9443359375, 7174.9443],
  [628_930.0625, 628_930.06],
  [1.1220825910568237, 1.1220826],
  [-37.630001068115234, -37.63],
  [Math.fround(0.0000012345679), 0.0000012345679],
])('%f was meant as %f', (widened, meant) => {
  expect(shortestFloat32(widened)).toBe(meant)
})

test('a price in cents survives the way through float32', () => {
  assert(
    property(integer({ min: 1, max: 9_999_999 }), (cents) => {
      expect(shortestFloat32(Math.fround(cents / 100))).toBe(cents / 100)
    }),
  )
})

test('what comes back is the same float32, and no decimal is shorter', () => {
  assert(
    property(
      float({ noNaN: true, noDefaultInfinity: true, min: Math.fround(1e-6), max: Math.fround(1e6) }),
      (value) => {
        const short = shortestFloat32(value)
        expect(Math.fround(short)).toBe(value)
        const decimals = (String(short).split('.')[1] ?? '').length
        if (decimals > 0 && !String(short).includes('e')) {
          expect(Math.fround(Number(value.toFixed(decimals - 1)))).not.toBe(value)
        }
      },
    ),
  )
})

test('a price that was never a float32 is left alone', () => {
  expect(shortestFloat32(244.87)).toBe(244.87)
})

describe.runIf(hasRecordings)('recorded charts', () => {
  const charts = readRecordings('yahoo').flatMap(({ name, response }) => {
    const body = response.ok ? jsonOrUndefined(response) : undefined
    if (!isJsonObject(body) || body.chart === undefined) return []
    const results = new Wire('yahoo', body).at('chart').at('result').itemsOrNone()
    const prices = results.flatMap((result) => {
      const indicators = result.at('indicators')
      const quote = indicators.at('quote').at(0)
      const columns = ['open', 'high', 'low', 'close'].map((column) => quote.at(column).itemsOrNone())
      const adjusted = indicators.at('adjclose').itemsOrNone()
      return [...columns, ...adjusted.map((one) => one.at('adjclose').itemsOrNone())].flat()
    })
    return [{ name, response, prices: prices.filter(({ isAbsent }) => !isAbsent).map((one) => one.number()) }]
  })
  const all = charts.flatMap(({ prices }) => prices)

  test('every one of their 2,140 prices is a float32, and is told as the shortest decimal of it', () => {
    expect(all).toHaveLength(2_140)
    for (const price of all) {
      expect(Math.fround(price)).toBe(price)
      const short = shortestFloat32(price)
      expect(Math.fround(short)).toBe(price)
      // A float32 has no more digits than these.
      expect(Number(short.toPrecision(9))).toBe(short)
    }
  })

  test.each(charts.filter(({ prices }) => prices.length > 0))('no bar of $name has noise', async (chart) => {
    const provider = await loadProvider(yahoo())
    const asked = sampleQuery(provider, 'getBars', { start: 0, end: 4e12, now: 4e12, numeric: 'string' })
    const bars = provider.getBars.parse(chart.response, asked)
    const meant = new Set(chart.prices.map((price) => String(shortestFloat32(price))))
    expect(bars.length).toBeGreaterThan(0)
    for (const bar of bars) {
      for (const price of [bar.open, bar.high, bar.low, bar.close]) expect(meant).toContain(price)
    }
  })
})
