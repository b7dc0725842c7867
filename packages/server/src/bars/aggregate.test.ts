import { describe, expect, test } from 'vitest'
import { aggregateRows, sourceInterval } from './aggregate.ts'

const at = (text: string) => Date.parse(text)
const rowsOf = (...rows: (number | null)[][]) => JSON.stringify(rows).slice(1, -1)
const aggregate = (rows: string, interval: '5m' | '4h' | '1w' | '1mo', zone: string) => {
  const result = aggregateRows(rows, interval, zone)
  return { ...result, rows: JSON.parse(`[${result.rows}]`) }
}

describe('bars put together', () => {
  test('open with the first, close with the last, and hold the extremes and the volume between', () => {
    const rows = rowsOf(
      [at('2024-01-02T14:31:00Z'), 10, 12, 9, 11, 5],
      [at('2024-01-02T14:33:00Z'), 11, 15, 10, 14, null],
      [at('2024-01-02T14:34:00Z'), 14, 14, 7, 8, 2],
      [at('2024-01-02T14:35:00Z'), 8, 8, 8, 8, null],
    )
    expect(aggregate(rows, '5m', 'America/New_York')).toEqual({
      count: 2,
      rows: [
        [at('2024-01-02T14:30:00Z'), 10, 15, 7, 8, 7],
        [at('2024-01-02T14:35:00Z'), 8, 8, 8, 8, null],
      ],
    })
  })

  test('count hours from midnight of the exchange, through the change to summer time', () => {
    // Midnight in New York is 05:00 UTC before, and 04:00 UTC after 10 March 2024.
    const rows = rowsOf(
      [at('2024-03-08T14:30:00Z'), 1, 1, 1, 1, 1],
      [at('2024-03-11T13:30:00Z'), 2, 2, 2, 2, 1],
    )
    const times = aggregate(rows, '4h', 'America/New_York').rows.map(([time]: number[]) => time)
    expect(times).toEqual([at('2024-03-08T13:00:00Z'), at('2024-03-11T12:00:00Z')])
  })

  test('weeks begin on Monday and months on the first, in the exchange’s zone', () => {
    const day = (date: string, price: number) => [at(`${date}T05:00:00Z`), price, price, price, price, 1]
    const rows = rowsOf(
      day('2023-12-29', 1),
      day('2024-01-02', 2),
      day('2024-01-05', 3),
      day('2024-01-08', 4),
    )
    const closes = (interval: '1w' | '1mo') =>
      aggregate(rows, interval, 'America/New_York').rows.map((row: number[]) => row[4])
    expect(closes('1w')).toEqual([1, 3, 4])
    expect(closes('1mo')).toEqual([1, 4])
  })
})

test('the longest bars that fit are the source, and days are not made of minutes', () => {
  expect(sourceInterval(['1m', '5m', '1d'], '15m')).toBe('5m')
  expect(sourceInterval(['1m', '2m'], '5m')).toBe('1m')
  expect(sourceInterval(['1h', '1d'], '1w')).toBe('1d')
  expect(sourceInterval(['1m', '1h'], '1d')).toBeUndefined()
  expect(sourceInterval(['1d'], '1h')).toBeUndefined()
})
