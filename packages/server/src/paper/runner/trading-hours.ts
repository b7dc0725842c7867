import { type Clock, dateInZone, type Instrument, type Quote } from '@starkmatter/core'
import {
  alwaysOpen,
  cme,
  type ExchangeCalendar,
  fxWeek,
  marketStateAt,
  tradingDay,
  xetr,
  xhkg,
  xlon,
  xnas,
  xnys,
  xtks,
} from '@starkmatter/core/calendars'

const dayMs = 86_400_000
const byVenue: Readonly<Record<string, ExchangeCalendar>> = {
  XNYS: xnys,
  XNAS: xnas,
  ARCX: xnys,
  XASE: xnys,
  BATS: xnys,
  XLON: xlon,
  XETR: xetr,
  XTKS: xtks,
  XHKG: xhkg,
}

/** The calendar that an instrument trades by; without a venue a share is taken for an American one, as everywhere. */
export function calendarOf({ assetClass, venue }: Instrument): ExchangeCalendar | undefined {
  switch (assetClass) {
    case 'crypto':
    case 'perp':
      return alwaysOpen
    case 'fx':
      return fxWeek
    case 'future':
      return cme
    default:
      return venue === undefined ? xnys : byVenue[venue]
  }
}

/** When instruments trade. */
export interface TradingHours {
  /**
   * Whether a quote is of an open session: by the calendar of its instrument at the time that the quote is of, and by what the venue
   * says of itself. Without a calendar and without a word of the venue it is.
   */
  isOpen(instrument: Instrument, quote: Pick<Quote, 'marketState' | 'source'>): boolean
  /** The end of the session, or of the next one, ms UTC; of the day of UTC where there are no sessions. */
  dayEnd(instrument: Instrument): number
  /** The date at an instant, where the instrument trades: `YYYY-MM-DD`. */
  dateOf(instrument: Instrument, time: number): string
}

export function createTradingHours(clock: Clock): TradingHours {
  // A state lasts for hours, and is asked for with every quote.
  const known = new Map<ExchangeCalendar, { from: number; until: number; isOpen: boolean }>()

  function isOpenAt(calendar: ExchangeCalendar, time: number): boolean {
    const kept = known.get(calendar)
    if (kept && time >= kept.from && time < kept.until) return kept.isOpen
    const { state, nextChange } = marketStateAt(calendar, time)
    const isOpen = state === 'open'
    known.set(calendar, { from: time, until: nextChange ?? time + dayMs, isOpen })
    return isOpen
  }

  return {
    isOpen(instrument, { marketState, source }) {
      if (marketState !== null && marketState !== 'open') return false
      const time = clock.now() - (source.delayedMs ?? 0)
      const calendar = calendarOf(instrument)
      return !calendar || !covers(calendar, time) || isOpenAt(calendar, time)
    },
    dayEnd(instrument) {
      const now = clock.now()
      const calendar = calendarOf(instrument)
      const endOfUtcDay = (Math.floor(now / dayMs) + 1) * dayMs
      if (!calendar || calendar === alwaysOpen) return endOfUtcDay
      // From yesterday, as a session may begin the evening before its date; no exchange rests for so long.
      for (let time = now - dayMs; time < now + 15 * dayMs; time += dayMs) {
        if (!covers(calendar, time)) return endOfUtcDay
        const { session } = tradingDay(calendar, dateInZone(time, calendar.timeZone))
        if (session && session.close > now) return session.close
      }
      return endOfUtcDay
    },
    dateOf: (instrument, time) => dateInZone(time, calendarOf(instrument)?.timeZone ?? 'UTC'),
  }
}

/** Whether a calendar has rules for the days around an instant. */
function covers({ years: [first, last] }: ExchangeCalendar, time: number): boolean {
  const year = (offset: number) => new Date(time + offset).getUTCFullYear()
  return year(-2 * dayMs) >= first && year(16 * dayMs) <= last
}
