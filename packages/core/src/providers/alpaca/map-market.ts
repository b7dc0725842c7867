import { UnsupportedError } from '../../errors/index.ts'
import { type CalendarDay, type MarketCalendar, type MarketStatus, zonedToUtc } from '../../market/index.ts'
import {
  type CalendarQuery,
  type HttpResponse,
  type MarketStatusQuery,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'

const timeZone = 'America/New_York'
const dayMs = 86_400_000
const markets = ['XNYS', 'XNAS', 'XASE', 'ARCX', 'BATS', 'IEXG']
const hourMs = 3_600_000
const usualClose = 16 * hourMs

/** @throws {UnsupportedError} Alpaca does not follow this market */
export function assertFollowed(market: string): void {
  if (markets.includes(market.toUpperCase())) return
  const message = `alpaca does not follow the market "${market}". It knows ${markets.join(', ')}.`
  throw new UnsupportedError(message, { provider: 'alpaca' })
}

/**
 * `{ timestamp, is_open, next_open, next_close }`, of the regular session: hours before and after count as closed.
 *
 * @see https://docs.alpaca.markets/us/reference/legacyclock
 */
export function readMarketStatus(response: HttpResponse, query: MarketStatusQuery): MarketStatus {
  const body = readBody(response, query)
  const isOpen = body.at('is_open').value
  if (typeof isOpen !== 'boolean') throw body.at('is_open').unlike('true or false')
  return {
    market: query.market,
    state: isOpen ? 'open' : 'closed',
    time: body.at('timestamp').instant(),
    nextChange: body.at(isOpen ? 'next_close' : 'next_open').instant(),
    source: sourceOf('alpaca', query),
  }
}

/**
 * `[{ date, open: '09:30', close: '16:00' }]`: the days that trade. A weekday between them that is left out is a holiday.
 *
 * @see https://docs.alpaca.markets/us/reference/legacycalendar
 */
export function readCalendar(response: HttpResponse, query: CalendarQuery): MarketCalendar {
  const sessions = new Map(
    readBody(response, query)
      .items()
      .map((row) => [row.at('date').date(), sessionOf(row)] as const),
  )
  const days: CalendarDay[] = []
  for (let time = Math.floor(query.start / dayMs) * dayMs; time < query.end; time += dayMs) {
    const date = new Date(time).toISOString().slice(0, 10)
    const session = sessions.get(date) ?? null
    if (session || new Date(time).getUTCDay() % 6 !== 0) days.push({ date, session })
  }
  return { market: query.market, timeZone, days, source: sourceOf('alpaca', query) }
}

function sessionOf(row: Wire): CalendarDay['session'] {
  const midnight = Date.parse(row.at('date').date())
  const [opening, closing] = [clockTime(row.at('open')), clockTime(row.at('close'))]
  const open = zonedToUtc(midnight + opening, timeZone)
  // The clocks change at night: a session is as long as its hours say.
  return { open, close: open + closing - opening, early: closing < usualClose }
}

/** `09:30` in ms since midnight. */
function clockTime(wire: Wire): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(wire.text()) ?? []
  if (hours === undefined) throw wire.unlike('a time (HH:MM)')
  return Number(hours) * hourMs + Number(minutes) * 60_000
}
