import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeIndicator } from '../../testing/describe-indicator.ts'
import type { IndicatorData } from '../../testing/indicator-data.ts'
import { indicators } from './index.ts'

// Recorded series that are not part of the repository; without them the laws hold on made-up series only.
const folder = new URL('../../../../../../shared/series/', import.meta.url)
const recorded = existsSync(folder)
  ? {
      'recorded daily': recordedBars('BTCUSDT-binance-daily-2019.csv'),
      'recorded minute': recordedBars('AAPL-1m-2014-06-05_09.csv'),
    }
  : {}

for (const indicator of indicators.values()) describeIndicator(indicator, { series: recorded })

describe('registry', () => {
  test('names are unique and upper case', () => {
    for (const [name, indicator] of indicators) {
      expect(name).toBe(indicator.name)
      expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/)
    }
  })

  test("a function's snapshot is refused by every other function, and the refusal names both", () => {
    const streams = [...indicators].map(([name, indicator]) => ({ name, stream: indicator.createStream() }))
    for (const { name, stream } of streams) {
      const snapshot = stream.snapshot()
      for (const other of streams) {
        if (other.name === name) continue
        let message = ''
        try {
          other.stream.restore(snapshot)
        } catch (error) {
          message = String(error)
        }
        if (!message.includes(`must be one of ${other.name}(`) || !message.includes(`"one of ${name}(`))
          expect.fail(`${other.name} from ${name}: ${message}`)
      }
    }
  })
})

/** The first 260 bars of a file of rows `time,open,high,low,close,volume`. */
function recordedBars(file: string): IndicatorData {
  const rows = readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .slice(1, 261)
    .map((line) => line.split(','))
  const column = (place: number) => Float64Array.from(rows, (row) => Number(row[place]))
  return {
    time: Float64Array.from(rows, ([time = '']) => Date.parse(time)),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
    periods: Float64Array.from(rows, (_, bar) => 2 + (bar % 29)),
  }
}
