import {
  type Adjustment,
  type Instrument,
  type Interval,
  isInterval,
  parseInstrument,
} from '@starkmatter/core'
import * as z from 'zod'
import { assertForward, readTimeBound, type TimeRange } from './time-range.ts'

/** Most bars that one answer holds. */
export const mostBars = 100_000

const defaultBars = 500

/** A call for bars, with everything about it checked. */
export type BarsQuery = {
  /** As it was spelled: providers may read a loose spelling in their own way. */
  symbol: string
  instrument: Instrument
  interval: Interval
  range: TimeRange
  /** As they were spelled, for the client. */
  start: string | undefined
  end: string | undefined
  limit: number
  adjustment: Adjustment | undefined
  extendedHours: boolean
}

export const barsParameters = z.strictObject({
  symbol: z
    .string()
    .min(1)
    .max(64)
    .describe('A symbol (`AAPL`, `BTC-USD`) or a canonical id (`equity:AAPL@XNAS`).'),
  interval: z
    .string()
    .refine(isInterval, 'use a whole number and a unit: 30s, 1m, 15m, 1h, 4h, 1d, 1w, 1mo')
    .describe('Length of a bar: `1m`, `15m`, `1h`, `1d`, `1w`, `1mo`.'),
  start: z
    .string()
    .max(40)
    .optional()
    .describe('Inclusive: `YYYY-MM-DD` in the exchange’s zone, an ISO time, or ms UTC.'),
  end: z
    .string()
    .max(40)
    .optional()
    .describe('A date is included as a whole; an instant is excluded. Now by default.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostBars)
    .optional()
    .describe(`Keep only the newest so many. ${defaultBars} by default where no start is given.`),
  adjustment: z
    .enum(['raw', 'splits', 'splits+dividends'])
    .optional()
    .describe('How past prices are restated.'),
  extendedHours: z.enum(['true', 'false']).optional().describe('Pre- and post-market bars too.'),
})

/** @throws {BadRequestError} the symbol or the range cannot be right */
export function readBarsQuery(parameters: z.output<typeof barsParameters>): BarsQuery {
  const { symbol, interval, start, end, adjustment, extendedHours } = parameters
  const range: TimeRange = {
    start: start === undefined ? undefined : readTimeBound('start', start),
    end: end === undefined ? undefined : readTimeBound('end', end),
  }
  assertForward(range)
  return {
    symbol,
    instrument: parseInstrument(symbol),
    interval,
    range,
    start,
    end,
    limit: parameters.limit ?? (start === undefined ? defaultBars : mostBars),
    adjustment,
    extendedHours: extendedHours === 'true',
  }
}
