import { type Instrument, type Interval, parseInterval } from '../market/index.ts'
import { isAmerican } from './check-identity.ts'

/** The newest that an answer tells. */
export type Newest = {
  instrument: Instrument
  /** Until when it reaches, ms UTC: the end of the last bar, or the time of the last price. */
  until: number
  interval?: Interval
  /** The provider's own delay, ms. */
  delayedMs: number
}

const minuteMs = 60_000
const dayMs = 86_400_000

// A venue may take so long until its first bar of a session, or its daily bar after the close, can be had.
const openingMs = 30 * minuteMs
const closingMs = 6 * 3_600_000
const quietMs = 15 * minuteMs
// No exchange is closed for longer without being in the news.
const longestPauseMs = 5 * dayMs

/** Whether a newer answer should exist: then it is worth asking another provider. A wrong yes costs a request, no more. */
export async function isStale({ instrument, until, interval, delayedMs }: Newest, now: number) {
  const { ms, isDaily } = interval === undefined ? { ms: 0, isDaily: false } : parseInterval(interval)
  const market = now - delayedMs
  if (instrument.assetClass === 'crypto' || instrument.assetClass === 'perp') {
    return until < market - Math.max(2 * ms, quietMs)
  }
  const open = isAmerican(instrument) ? await latestOpen(market, isDaily) : undefined
  return open === undefined ? until < market - longestPauseMs - ms : until <= open
}

/** The opening of the last session in New York from which something must be known by now. */
async function latestOpen(market: number, isDaily: boolean): Promise<number | undefined> {
  // Not from the index: the calendars of all other exchanges would come with it.
  const [{ tradingDay }, { xnys }] = await Promise.all([
    import('../market/calendar/trading-day.ts'),
    import('../market/calendar/xnys.ts'),
  ])
  const lastYear = xnys.years[1]
  for (let time = market + dayMs / 2; time > market - 14 * dayMs; time -= dayMs) {
    const date = new Date(time)
    if (date.getUTCFullYear() > lastYear) return undefined
    const { session } = tradingDay(xnys, date.toISOString().slice(0, 10))
    if (session && (isDaily ? session.close + closingMs : session.open + openingMs) <= market) {
      return session.open
    }
  }
  return undefined
}
