import { dateInZone, type Interval, parseInterval } from '../../market/index.ts'
import type { BarsQuery } from '../../provider/index.ts'
import type { Parameters } from './context.ts'
import { legsOf } from './symbols.ts'

const dayMs = 86_400_000
/** An intraday answer without a month holds this much, with a day to spare. */
const recentMs = 29 * dayMs

/** Which function answers, by asset class, interval and adjustment. */
export function barsRequest(
  query: BarsQuery,
  month: string | undefined,
): { name: string; parameters: Parameters } {
  const { symbol, instrument, interval, adjustment, extendedHours } = query
  const { isDaily } = parseInterval(interval)
  const period = periodName(interval)
  const outputsize = isLong(query) ? 'full' : 'compact'
  const intraday = { interval: minutesName(interval), outputsize }
  if (instrument.assetClass === 'fx') {
    const [from_symbol, to_symbol] = legsOf(symbol)
    const pair = { from_symbol, to_symbol }
    return isDaily
      ? { name: `FX_${period}`, parameters: { ...pair, outputsize } }
      : { name: 'FX_INTRADAY', parameters: { ...pair, ...intraday } }
  }
  if (instrument.assetClass === 'crypto') {
    const [base, market] = legsOf(symbol)
    return isDaily
      ? { name: `DIGITAL_CURRENCY_${period}`, parameters: { symbol: base, market } }
      : { name: 'CRYPTO_INTRADAY', parameters: { symbol: base, market, ...intraday } }
  }
  const adjusted = adjustment === 'splits+dividends'
  if (isDaily) {
    return { name: `TIME_SERIES_${period}${adjusted ? '_ADJUSTED' : ''}`, parameters: { symbol, outputsize } }
  }
  const parameters = { symbol, ...intraday, adjusted, extended_hours: extendedHours, month }
  return { name: 'TIME_SERIES_INTRADAY', parameters }
}

function periodName(interval: Interval): string {
  if (interval === '1w') return 'WEEKLY'
  return interval === '1mo' ? 'MONTHLY' : 'DAILY'
}

function minutesName(interval: Interval): string {
  return `${parseInterval(interval).ms / 60_000}min`
}

/** Whether the newest 100 rows, which is "compact", do not reach back to the start. Shares rest on weekends and holidays. */
function isLong({ interval, start, now }: BarsQuery): boolean {
  const { ms, isDaily } = parseInterval(interval)
  return now - start > (isDaily ? 65 * ms : 50 * ms)
}

/** Months are asked for by name only where they are older than what comes without. */
export function firstMonth({ interval, instrument, start, now }: BarsQuery): string | undefined {
  const { isDaily } = parseInterval(interval)
  const isShare = instrument.assetClass === 'equity' || instrument.assetClass === 'fund'
  return isDaily || !isShare || start >= now - recentMs ? undefined : monthOf(start)
}

export function lastMonth({ end, now }: BarsQuery): string {
  return monthOf(Math.min(end - 1, now))
}

function monthOf(time: number): string {
  return dateInZone(time, 'America/New_York').slice(0, 7)
}

export function monthAfter(month: string): string {
  const date = new Date(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return date.toISOString().slice(0, 7)
}
